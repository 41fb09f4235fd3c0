package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages with a payload, a map and an empty remark. */
class SeveralPartsTest extends AtTheDoor {

    private static final Piece PAYLOAD = Piece.json(Plots.coded());
    private static final Piece MAP = new Piece("红线图.dwg", "application/acad", "\r\n--plot\r\n--plot--\r\n".getBytes());
    private static final Piece REMARK = Piece.text("remark", "");

    private final Parcel parcel = coded().pieces(PAYLOAD, MAP, REMARK).sealed();

    @Test
    void takesThePartsOfTheManifest() {
        Reply reply = post(parcel);
        assertReceipt(reply, parcel, 202);
        List<Piece> pieces = List.of(PAYLOAD, MAP, REMARK);
        for (int i = 0; i < pieces.size(); i++) {
            assertThat(Keeping.kept(reply, i, pieces.get(i)))
                    .isEqualTo(pieces.get(i).bytes());
        }
    }

    @Test
    void takesThemInChunks() {
        assertReceipt(parcel.postChunked(gateway()), parcel, 202);
    }

    @Test
    void takesAQuotedBoundaryAndAPreamble() {
        byte[] body = ("several parts\r\n" + text(Parcel.multipart("a b", List.of(PAYLOAD, MAP, REMARK))))
                .getBytes(StandardCharsets.UTF_8);
        assertReceipt(post(parcel.withBody("multipart/mixed; boundary=\"a b\"", body)), parcel, 202);
    }

    @Test
    void refusesAnotherOrder() {
        assertMismatch(Parcel.multipart("plot", List.of(MAP, PAYLOAD, REMARK)));
    }

    @Test
    void refusesAMissingPart() {
        assertMismatch(Parcel.multipart("plot", List.of(PAYLOAD, MAP)));
        assertMismatch(Parcel.multipart("plot", List.of(PAYLOAD, REMARK)));
        assertMismatch(new byte[0]);
    }

    @Test
    void refusesOnePartMore() {
        assertMismatch(Parcel.multipart("plot", List.of(PAYLOAD, MAP, REMARK, Piece.text("more", "x"))));
        assertMismatch(Parcel.multipart("plot", List.of(PAYLOAD, MAP, REMARK, REMARK)));
    }

    @Test
    void refusesAnotherName() {
        assertMismatch(
                Parcel.multipart("plot", List.of(PAYLOAD, new Piece("绿线图.dwg", MAP.type(), MAP.bytes()), REMARK)));
    }

    @Test
    void refusesOtherContents() {
        assertMismatch(Parcel.multipart("plot", List.of(PAYLOAD, MAP, Piece.text("remark", "x"))));
        assertMismatch(
                Parcel.multipart("plot", List.of(PAYLOAD, new Piece(MAP.name(), MAP.type(), new byte[23]), REMARK)));
    }

    @Test
    void refusesABodyWithoutItsEnd() {
        String whole = text(parcel.body());
        assertMismatch(whole.substring(0, whole.length() - 4).getBytes(StandardCharsets.UTF_8));
        assertMismatch(whole.substring(0, whole.length() / 2).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed", "multipart/form-data; boundary=plot", "application/json"})
    void refusesABodyThatIsNotMixed(String type) {
        assertRefused(post(parcel.withBody(type, parcel.body())), parcel, 400, "digest-mismatch");
    }

    private void assertMismatch(byte[] body) {
        assertRefused(post(parcel.withBody("multipart/mixed; boundary=plot", body)), parcel, 400, "digest-mismatch");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
