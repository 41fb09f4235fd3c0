package org.dianqiao.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;

/** What is said before a large part is sent. */
class AnnouncedPartsTest extends WithUploads {

    private static final long GIB = 1L << 30;

    @Test
    void theReceiptSaysWhereToSendIt() {
        Parcel parcel = announcement(DESIGNER, drawing(10)).sealed();
        Reply reply = post(parcel);
        assertReceipt(reply, parcel, 202);
        URI upload = URI.create(reply.json().path("upload").asText());
        assertThat(upload)
                .hasScheme("http")
                .hasHost("127.0.0.1")
                .hasPort(gateway().getPort());
        assertThat(upload.getPath()).matches("/exchange/v1/uploads/[A-Za-z0-9_-]{32}");
        assertThat(offset(head(upload))).isZero();
    }

    @Test
    void otherReceiptsSayNothingOfUploads() {
        assertThat(accepted(post(coded())).json().has("upload")).isFalse();
    }

    @Test
    void aRepeatGetsTheSameAddress() {
        Parcel parcel = announcement(DESIGNER, drawing(10)).sealed();
        Reply first = post(parcel);
        Reply again = post(parcel);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.words()).isEqualTo(first.words());
    }

    @Test
    void theSameDrawingAnnouncedAnewGetsAnotherAddress() {
        Piece drawing = drawing(10);
        assertThat(announced(drawing)).isNotEqualTo(announced(drawing));
    }

    @Test
    void namesTheHostByWhichItWasReached() {
        Parcel parcel = announcement(DESIGNER, drawing(10)).sealed();
        URI other = URI.create("http://localhost:" + gateway().getPort());
        assertThat(accepted(parcel.post(other)).json().path("upload").asText()).startsWith(other + "/exchange/v1/");
    }

    @Test
    void announcesOnePartThatIsStoredAndNothingElse() {
        Draft none = event(DESIGNER, "part.upload", Plots.object()).pieces();
        Draft two = announcement(DESIGNER, drawing(10)).naming(new Piece("b", "text/plain", new byte[1]));
        Draft sent = event(DESIGNER, "part.upload", Plots.object()).pieces(drawing(10));
        for (Draft wrong : new Draft[] {none, two, sent}) {
            Parcel parcel = wrong.sealed();
            assertRefused(post(parcel), parcel, 422, "contract-violated");
        }
    }

    @Test
    void sendsNoBodyWithTheAnnouncement() {
        Parcel parcel = announcement(DESIGNER, drawing(10)).sealed().withBody("application/acad", new byte[10]);
        assertRefused(post(parcel), parcel, 400, "digest-mismatch");
    }

    @Test
    void refusesMoreThanTheServicesLimit() {
        Parcel parcel = claiming(4 * GIB + 1);
        assertRefused(post(parcel), parcel, 413, "too-large");
        Parcel absurd = claiming(Long.MAX_VALUE);
        assertRefused(post(absurd), absurd, 413, "too-large");
    }

    @Test
    void anEmptyPartIsThereAtOnce() {
        URI upload = announced(drawing(0));
        assertThat(offset(head(upload))).isZero();
        Parcel notice = event(DESIGNER, "notice.published", Plots.notice("空图"))
                .naming(drawing(0))
                .sealed();
        assertReceipt(post(notice), notice, 202);
        Parcel wrong = announcement(DESIGNER, drawing(0))
                .claiming(part -> part.put("sm3", "0".repeat(64)))
                .sealed();
        assertRefused(post(wrong), wrong, 400, "digest-mismatch");
    }

    @Test
    void oneSenderHasOnlySoManyOpen() {
        String other = "design.jixi";
        newcomer(other, """
                kind: channel
                region: "341000"
                sends: [ { service: part.upload } ]
                """);
        Piece drawing = drawing(MIB);
        for (int i = 0; i < 32; i++) {
            accepted(post(announcement(other, drawing)));
        }
        assertUnsigned(post(announcement(other, drawing)), 429, "throttled");
        announced(drawing);
    }

    @Test
    void oneSenderHoldsOnlySoManyBytesUnused() {
        String other = "design.shexian";
        newcomer(other, """
                kind: channel
                region: "341000"
                sends: [ { service: part.upload } ]
                """);
        for (int i = 0; i < 16; i++) {
            accepted(post(claiming(other, 4 * GIB)));
        }
        assertUnsigned(post(claiming(other, 1)), 429, "throttled");
    }

    private static Parcel claiming(long length) {
        return claiming(DESIGNER, length);
    }

    private static Parcel claiming(String from, long length) {
        return announcement(from, drawing(10))
                .claiming(part -> part.put("length", length))
                .sealed();
    }
}
