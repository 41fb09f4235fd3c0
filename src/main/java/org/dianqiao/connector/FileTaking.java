package org.dianqiao.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.connector.Fetched.Found;
import org.dianqiao.connector.Fetched.Missing;
import org.dianqiao.delivery.InTime;
import org.dianqiao.delivery.ReplySettings;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Said;
import org.dianqiao.exchange.Spool;
import org.dianqiao.ofd.Opinion;
import org.dianqiao.ofd.SealCheck;
import org.springframework.stereotype.Component;

/**
 * Takes what a link brought. Services say 200 to everything, and write a sentence where a file should be: what counts is
 * what the bytes are.
 */
@Component
class FileTaking {

    private static final String OFD = "application/ofd";
    private static final int LONGEST_SENTENCE = 1000;
    private static final int PIECE = 1 << 16;

    private final Spool spool;
    private final SealCheck seals;
    private final ReplySettings settings;

    FileTaking(Spool spool, SealCheck seals, ReplySettings settings) {
        this.spool = spool;
        this.seals = seals;
        this.settings = settings;
    }

    /** What goes on is to be kept by who asked for it; all else is let go. */
    Fetched take(InputStream body, Errand errand) throws IOException {
        long most = Math.min(settings.largestFile().toBytes(), errand.room());
        try (InputStream in = new InTime(body, errand.until())) {
            Said said = spool.write(OFD, most, out -> copy(in, out)).as(errand.partName(), OFD);
            return looked(said, errand.identifier());
        } catch (BrokenOff broken) {
            return new Missing(FileFault.NOT_FETCHED, String.valueOf(broken.getMessage()));
        } catch (Refused refused) {
            if (refused.code() != Code.TOO_LARGE) {
                throw refused;
            }
            return new Missing(FileFault.TOO_LARGE, "it has more than " + most + " bytes");
        }
    }

    /** What breaks while it is read is theirs; what breaks while it is written is ours. */
    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int length = read(in, piece); length >= 0; length = read(in, piece)) {
            out.write(piece, 0, length);
        }
    }

    private static int read(InputStream in, byte[] piece) {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw new BrokenOff(e);
        }
    }

    private static final class BrokenOff extends RuntimeException {

        BrokenOff(IOException why) {
            super(why.getMessage(), why);
        }
    }

    /** Nothing that does not go on stays on the disk. */
    private Fetched looked(Said said, String identifier) {
        boolean goesOn = false;
        try {
            Fetched fetched = look(said, identifier);
            goesOn = fetched.file().isPresent();
            return fetched;
        } finally {
            if (!goesOn) {
                said.content().close();
            }
        }
    }

    private Fetched look(Said said, String identifier) {
        Opinion opinion = spool.inFile(said.content(), seals::of);
        return switch (opinion.seal()) {
            case NOT_OFD -> noFile(said.content(), opinion);
            case TAMPERED -> new Missing(FileFault.TAMPERED, opinion.why());
            default ->
                isOf(identifier, opinion.described())
                        ? new Found(said, opinion.seal())
                        : new Missing(FileFault.ANOTHER, "it says that it is another licence's");
        };
    }

    /** A document that names no licence may be this one's. */
    private static boolean isOf(String identifier, List<String> described) {
        return described.contains(identifier)
                || described.stream()
                        .allMatch(text -> LicenceIdentifier.check(text).isWrong());
    }

    private static Missing noFile(Content content, Opinion opinion) {
        String sentence = sentence(content);
        return sentence.isEmpty()
                ? new Missing(FileFault.NOT_OFD, opinion.why())
                : new Missing(FileFault.TEXT, "a sentence of " + sentence.length() + " characters");
    }

    /** What stands there in place of a file, if it can be read at all. */
    private static String sentence(Content content) {
        try (InputStream in = content.open()) {
            String text = new String(in.readNBytes(LONGEST_SENTENCE + 1), StandardCharsets.UTF_8);
            boolean readable = text.length() <= LONGEST_SENTENCE
                    && text.codePoints().noneMatch(point -> point == 0xfffd || point == 0 || point == 0x1b);
            return readable ? text : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
