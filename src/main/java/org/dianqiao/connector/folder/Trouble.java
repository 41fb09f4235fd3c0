package org.dianqiao.connector.folder;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;

/** Why a server's folder cannot be used, in a word and a sentence. */
public final class Trouble extends IOException {

    private static final int LONGEST = 200;

    private final Kind kind;

    public enum Kind {
        /** It is not there, or breaks off. */
        LINE,
        /** Its key is not one of those that the partner's file has. */
        HOST_KEY,
        LOGIN,
        /** There is no such folder or file. */
        ABSENT,
        /** It does not let us do that. */
        RIGHTS
    }

    private Trouble(Kind kind, String sentence, Exception cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    static Trouble of(Exception cause) {
        Kind kind = kind(cause);
        String sentence =
                switch (kind) {
                    case LINE -> "the server is not reached, or breaks off: " + said(cause);
                    case HOST_KEY ->
                        "the server's key is none of those in `hostKeys`: it was changed, or this is another server";
                    case LOGIN -> "the server does not let us in under this account and secret";
                    case ABSENT -> "there is no such folder or file on the server";
                    case RIGHTS -> "the server does not allow us to read, write or move files there";
                };
        return new Trouble(kind, sentence, cause);
    }

    /** It may be the server's own words. */
    private static String said(Exception cause) {
        String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return first.substring(0, Math.min(LONGEST, first.length()));
    }

    private static Kind kind(Exception cause) {
        if (cause instanceof SftpException refused) {
            return switch (refused.id) {
                case ChannelSftp.SSH_FX_NO_SUCH_FILE -> Kind.ABSENT;
                case ChannelSftp.SSH_FX_PERMISSION_DENIED, ChannelSftp.SSH_FX_FAILURE -> Kind.RIGHTS;
                default -> Kind.LINE;
            };
        }
        if (cause instanceof JSchHostKeyException) {
            return Kind.HOST_KEY;
        }
        return String.valueOf(cause.getMessage()).startsWith("Auth ") ? Kind.LOGIN : Kind.LINE;
    }

    public Kind kind() {
        return kind;
    }
}
