package org.dianqiao.upload;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Message;
import org.dianqiao.exchange.Part;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.SealedParts;
import org.dianqiao.trust.KeptSm3;
import org.dianqiao.trust.Sm3;
import org.dianqiao.upload.UploadStore.Waiting;
import org.dianqiao.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * How a large part comes. Every piece is durable, with the digest so far, before the next one is read: whatever ends in
 * the middle, on whatever node, somebody goes on behind the last piece.
 */
@Service
public class Uploads {

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);
    static final Duration KEPT_UNUSED = Duration.ofDays(7);

    private static final int MOST_OPEN = 32;
    private static final long MOST_BYTES = 64L << 30;
    private static final int TOKEN = 24;

    private final UploadStore store;
    private final Vault vault;
    private final SealedParts sealed;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    Uploads(UploadStore store, Vault vault, SealedParts sealed, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** Announced in a message, in that message's transaction. Nobody guesses where it is to be sent. */
    Upload announce(Message message) {
        Part part = announced(message);
        String sender = message.sender().id();
        store.waitForTurn(sender);
        refuseTooMuch(store.waiting(sender), part.length());
        byte[] sm3 = HexFormat.of().parseHex(part.sm3());
        boolean empty = part.length() == 0;
        Upload upload =
                new Upload(message.entry(), sender, token(), part.length(), sm3, 0, 0, null, 0, 0, empty, false);
        store.add(upload, clock.instant());
        return upload;
    }

    /** How far it is. Whoever asks goes on from there, alone. */
    Upload ask(String token) {
        return store.nextTurn(token).map(Uploads::there).orElseThrow(Uploads::unknown);
    }

    Upload find(String token) {
        return store.find(token).map(Uploads::there).orElseThrow(Uploads::unknown);
    }

    /** Takes what comes, and says how far it is then. */
    Upload take(Upload upload, Intake intake) {
        KeptSm3 digest = upload.digestSoFar()
                .map(kept -> KeptSm3.resume(vault.unlock(kept, place(upload)), upload.received()))
                .orElseGet(KeptSm3::begin);
        Upload now = upload;
        for (byte[] piece = intake.next(now.left()); piece.length > 0; piece = intake.next(now.left())) {
            now = keep(now, piece, digest.update(piece, 0, piece.length));
        }
        return now;
    }

    private Upload keep(Upload before, byte[] piece, KeptSm3 digest) {
        Upload after = before.with(piece.length, vault.lock(digest.state(), place(before)));
        if (after.complete() && !Arrays.equals(digest.digest(), before.sm3())) {
            requireTurn(store.restart(before, clock.instant()));
            log.info("{} upload {}: not the digest announced, it begins again", before.sender(), before.entry());
            throw new Refused(Code.WRONG_DIGEST, "收到的内容与公告的 sm3 不符，已作废；请从头重新上传。");
        }
        byte[] locked = sealed.lockPiece(piece, before.key(), "message", 0, before.pieces());
        requireTurn(store.add(before, after, locked, clock.instant()));
        if (after.complete()) {
            log.info("{} upload {}: complete, {} bytes", after.sender(), after.entry(), after.length());
        }
        return after;
    }

    private static String place(Upload upload) {
        return "upload " + upload.key();
    }

    private static void requireTurn(boolean held) {
        if (!held) {
            throw Refused.later(Code.OVERTAKEN, "另有请求正在上传同一部件；请用 HEAD 查询进度后继续。", 1);
        }
    }

    private static Part announced(Message message) {
        List<Part> parts = message.manifest().parts();
        if (parts.size() != 1 || !parts.get(0).stored()) {
            throw Refused.violating("", "清单应当只有一个部件，并标明 \"stored\": true");
        }
        Part part = parts.get(0);
        if (part.length() == 0 && !part.sm3().equals(Sm3.hex(Sm3.of(new byte[0])))) {
            throw new Refused(Code.DIGEST_MISMATCH, "长度为 0 的部件，其 sm3 应为空内容的摘要。");
        }
        return part;
    }

    private static void refuseTooMuch(Waiting waiting, long more) {
        if (waiting.open() >= MOST_OPEN || waiting.bytes() + more > MOST_BYTES) {
            throw Refused.later(Code.THROTTLED, "未传完的上传过多，或尚未被任何报文引用的上传过大；请先传完，并在报文中引用。", 60);
        }
    }

    private static Upload there(Upload upload) {
        if (upload.erased()) {
            throw new Refused(Code.ERASED, "该上传 %d 天未被使用，已被删除；如仍需要，请重新发送 part.upload。".formatted(KEPT_UNUSED.toDays()));
        }
        return upload;
    }

    private static Refused unknown() {
        return new Refused(Code.UNKNOWN_PATH, "没有这个上传地址。");
    }

    private String token() {
        byte[] bytes = new byte[TOKEN];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
