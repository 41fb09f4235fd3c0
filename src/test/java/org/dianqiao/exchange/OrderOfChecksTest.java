package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.TestAuthority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A message that fails two checks gets the code of the earlier one. */
class OrderOfChecksTest extends AtTheDoor {

    private static final String WINDOW = "slow-window.zhengzhou";
    private static final SigningKey STRANGER = TestAuthority.named("陌生机构").issue("stranger");
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(30));

    /** It may send one message in ten thousand seconds or so, after the first two. */
    @BeforeAll
    static void registersASlowWindow() {
        newcomer(WINDOW, """
                kind: window
                region: "410100"
                sends: [ { service: lead.lookup }, { service: drill.held } ]
                rate: { perSecond: 1, burst: 1 }
                """);
    }

    @Test
    void formBeforeSender() {
        Draft draft = Draft.event("approval.shandong", STRANGER::seal, "project.updated", Plots.object());
        assertUnsigned(post(draft.put("v", 2)), 400, "malformed");
    }

    @Test
    void senderBeforeSignature() {
        Parcel parcel = coded().put("from", "approval.shandong").sealed();
        assertUnsigned(post(parcel.withSignature(new byte[] {1})), 401, "unknown-sender");
    }

    @Test
    void signatureBeforeCertificate() {
        Draft draft =
                Draft.event(PLATFORM, content -> STRANGER.seal(new byte[] {1}), "project.updated", Plots.object());
        assertUnsigned(post(draft), 401, "bad-signature");
    }

    @Test
    void certificateBeforeService() {
        Draft draft = Draft.event(PLATFORM, STRANGER::seal, "project.celebrated", Plots.object());
        assertUnsigned(post(draft), 401, "bad-certificate");
    }

    @Test
    void serviceBeforePermission() {
        Parcel parcel = query(PLATFORM, "project.celebrated", Plots.object()).sealed();
        assertRefused(post(parcel), parcel, 404, "unknown-service");
    }

    @Test
    void permissionBeforeRepetition() {
        Parcel first = coded().sealed();
        accepted(post(first));
        Parcel parcel = event(PLATFORM, "lead.answered", Plots.object())
                .put("id", first.id())
                .sealed();
        assertRefused(post(parcel), parcel, 403, "not-permitted");
    }

    @Test
    void repetitionBeforeTime() {
        Instant sent = Instant.now().minusMillis(1500);
        Parcel parcel = drill().sent(sent).sealed();
        Reply first = accepted(post(parcel));
        await().until(() -> Instant.now().isAfter(sent.plusMillis(3200)));
        Reply again = post(parcel);
        assertReceipt(again, parcel, 200);
        assertThat(again.words()).isEqualTo(first.words());
        Parcel neverSeen = drill().sent(sent).sealed();
        assertRefused(post(neverSeen), neverSeen, 401, "stale");
    }

    @Test
    void conflictBeforeTime() {
        Parcel first = coded().sealed();
        accepted(post(first));
        Parcel parcel = coded().put("id", first.id()).sent(LONG_AGO).sealed();
        assertRefused(post(parcel), parcel, 409, "id-conflict");
    }

    @Test
    void conflictBeforeSize() {
        Parcel first = drill().sealed();
        accepted(post(first));
        Parcel parcel = large().put("id", first.id()).sealed();
        assertRefused(post(parcel), parcel, 409, "id-conflict");
    }

    @Test
    void conflictBeforeDigest() {
        Parcel first = coded().sealed();
        accepted(post(first));
        Parcel parcel = wrongDigest(coded()).put("id", first.id()).sealed();
        assertRefused(post(parcel), parcel, 409, "id-conflict");
    }

    @Test
    void timeBeforeSize() {
        Parcel parcel = large().sent(LONG_AGO).sealed();
        assertRefused(post(parcel), parcel, 401, "stale");
    }

    @Test
    void sizeBeforeRate() {
        Parcel parcel = slow(Piece.text("payload", "x".repeat(1025))).sealed();
        exhaust();
        assertRefused(post(parcel), parcel, 413, "too-large");
    }

    @Test
    void repetitionBeforeRate() {
        Parcel parcel = slow(Piece.text("payload", "演练")).sealed();
        await().until(() -> post(parcel).status() == 202);
        exhaust();
        assertReceipt(post(parcel), parcel, 200);
        Parcel other = slow(Piece.text("payload", "另一份")).put("id", parcel.id()).sealed();
        assertRefused(post(other), other, 409, "id-conflict");
    }

    @Test
    void rateBeforeDigest() {
        exhaust();
        assertUnsigned(post(wrongDigest(slow(Piece.text("payload", "演练")))), 429, "throttled");
    }

    @Test
    void digestBeforeContract() {
        Parcel parcel =
                wrongDigest(event(PLATFORM, "project.updated", Plots.object())).sealed();
        assertRefused(post(parcel), parcel, 400, "digest-mismatch");
    }

    @Test
    void contractBeforeRegion() {
        ObjectNode payload = Plots.coded().put("regionCode", "370102");
        payload.remove("owner");
        Parcel parcel = event(PLATFORM, "project.code-assigned", payload).sealed();
        assertRefused(post(parcel), parcel, 422, "contract-violated");
    }

    private static Draft large() {
        return drill().pieces(Piece.text("payload", "x".repeat(1025)));
    }

    private static Draft wrongDigest(Draft draft) {
        return draft.claiming(part -> part.put("sm3", "0".repeat(64)));
    }

    private static Draft slow(Piece piece) {
        return event(WINDOW, "drill.held", Plots.object()).pieces(piece);
    }

    private static void exhaust() {
        await().pollInSameThread()
                .until(() -> post(slow(Piece.text("payload", "x"))).status() == 429);
    }
}
