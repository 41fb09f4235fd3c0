package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.RawLine;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that never arrive whole, and those that need not arrive at all. */
class BrokenBodiesTest extends AtTheDoor {

    @Test
    void answersTooLargeBeforeTheBodyIsRead() throws IOException {
        Parcel parcel = drill().claiming(part -> part.put("length", 50 << 20)).sealed();
        try (RawLine line = RawLine.to(gateway())) {
            line.write(RawLine.head("POST", parcel.path(), headers(parcel, "Content-Length", "" + (50 << 20))));
            assertRefused(line.reply(), parcel, 413, "too-large");
        }
    }

    @Test
    void saysThatItHangsUpOnWhoOwesABody() throws IOException {
        Parcel parcel = coded().put("from", "approval.shandong").sealed();
        byte[] head = RawLine.head("POST", parcel.path(), headers(parcel, "Content-Length", "50000"));
        String keptAlive = new String(head, StandardCharsets.ISO_8859_1).replace("Connection: close\r\n", "");
        try (RawLine line = RawLine.to(gateway())) {
            line.write(keptAlive.getBytes(StandardCharsets.ISO_8859_1));
            Reply reply = line.reply();
            assertUnsigned(reply, 401, "unknown-sender");
            assertThat(reply.header("Connection")).isEqualTo("close");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "ffffffffffff\r\n{}", "-1\r\n", "2\r\n{}extra\r\n0\r\n\r\n"})
    void refusesBrokenChunks(String chunks) throws IOException {
        Parcel parcel = drill().sealed();
        Reply reply = RawLine.tell(
                gateway(),
                "POST",
                parcel.path(),
                headers(parcel, "Transfer-Encoding", "chunked"),
                chunks.getBytes(StandardCharsets.US_ASCII));
        assertUnsigned(reply, 400, "malformed");
        assertThat(entriesOf(parcel)).isZero();
    }

    @Test
    void keepsNothingOfABodyThatBreaksOff() throws IOException {
        Parcel parcel = coded().sealed();
        try (RawLine line = RawLine.to(gateway())) {
            line.write(
                    RawLine.head("POST", parcel.path(), headers(parcel, "Content-Length", "" + parcel.body().length)));
            line.write(Arrays.copyOf(parcel.body(), 10));
            assertUnsigned(line.fallSilent().reply(), 400, "malformed");
        }
        assertThat(entriesOf(parcel)).isZero();
    }

    @Test
    void doesNotWaitForeverForTheRestOfABody() throws IOException {
        Parcel parcel = coded().sealed();
        try (RawLine line = RawLine.to(gateway())) {
            line.write(
                    RawLine.head("POST", parcel.path(), headers(parcel, "Content-Length", "" + parcel.body().length)));
            line.write(Arrays.copyOf(parcel.body(), 10));
            assertUnsigned(line.reply(), 400, "malformed");
        }
        assertThat(entriesOf(parcel)).isZero();
        assertReceipt(post(parcel), parcel, 202);
    }

    @Test
    void callsForABodyThatIsWanted() throws IOException {
        Parcel parcel = coded().sealed();
        try (RawLine line = RawLine.to(gateway())) {
            line.write(asking(parcel));
            assertThat(line.line()).startsWith("HTTP/1.1 100");
            assertThat(line.line()).isEmpty();
            line.write(parcel.body());
            assertReceipt(line.reply(), parcel, 202);
        }
    }

    @Test
    void callsForNoBodyThatIsRefusedByItsHeaders() throws IOException {
        Parcel stranger = coded().put("from", "approval.shandong").sealed();
        Parcel large = drill().claiming(part -> part.put("length", 50 << 20)).sealed();
        for (Parcel parcel : List.of(stranger, large, stranger.withManifest("e30="), stranger.at("/exchange/v2/x"))) {
            try (RawLine line = RawLine.to(gateway())) {
                line.write(asking(parcel));
                assertThat(line.reply().status()).isIn(400, 401, 404, 413);
            }
        }
    }

    /** Only the head: whoever asks this way waits for the word. */
    private static byte[] asking(Parcel parcel) {
        return RawLine.head(
                "POST",
                parcel.path(),
                headers(parcel, "Content-Length", "" + parcel.body().length, "Expect", "100-continue"));
    }

    private static List<String> headers(Parcel parcel, String... more) {
        return Stream.concat(
                        Stream.of(
                                "DQ-Manifest",
                                String.valueOf(parcel.manifestHeader()),
                                "DQ-Signature",
                                String.valueOf(parcel.signatureHeader()),
                                "Content-Type",
                                "application/json"),
                        Stream.of(more))
                .toList();
    }
}
