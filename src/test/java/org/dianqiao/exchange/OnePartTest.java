package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of messages with one part, or none. */
class OnePartTest extends AtTheDoor {

    @Test
    void takesAMessageWithoutParts() {
        Parcel parcel = drill().pieces().sealed();
        assertReceipt(post(parcel), parcel, 202);
    }

    @Test
    void refusesABodyThatNoPartNames() {
        Parcel parcel = drill().pieces().sealed();
        assertRefused(post(parcel.withBody("application/json", new byte[] {'{', '}'})), parcel, 400, "digest-mismatch");
    }

    @Test
    void takesAPartOfLengthZero() {
        Parcel parcel = drill().pieces(Piece.text("payload", "")).sealed();
        assertReceipt(post(parcel), parcel, 202);
        assertThat(keptParts(parcel)).containsExactly("payload 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "Application/Json ;q=1"})
    void comparesMediaTypesWithoutParametersAndCase(String type) {
        Parcel parcel = coded().sealed();
        assertReceipt(post(parcel.withBody(type, parcel.body())), parcel, 202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/jsonx", "application", "multipart/mixed; boundary=plot"})
    void refusesAnotherMediaType(String type) {
        Parcel parcel = coded().sealed();
        assertRefused(post(parcel.withBody(type, parcel.body())), parcel, 400, "digest-mismatch");
    }

    @Test
    void refusesABodyWithoutAMediaType() {
        Parcel parcel = coded().sealed();
        assertRefused(post(parcel.withBody(null, parcel.body())), parcel, 400, "digest-mismatch");
    }

    @Test
    void refusesABodyThatIsMissing() {
        Parcel parcel = coded().sealed();
        assertRefused(post(parcel.withBody("application/json", new byte[0])), parcel, 400, "digest-mismatch");
    }

    @Test
    void refusesABodyThatIsLonger() {
        Parcel parcel = coded().sealed();
        byte[] longer = Arrays.copyOf(parcel.body(), parcel.body().length + 1);
        assertRefused(post(parcel.withBody("application/json", longer)), parcel, 400, "digest-mismatch");
    }

    @Test
    void refusesABodyThatIsShorter() {
        Parcel parcel = coded().sealed();
        byte[] shorter = Arrays.copyOf(parcel.body(), parcel.body().length - 1);
        assertRefused(post(parcel.withBody("application/json", shorter)), parcel, 400, "digest-mismatch");
    }

    @Test
    void refusesABodyWithOneOtherByte() {
        Parcel parcel = coded().sealed();
        byte[] other = parcel.body().clone();
        other[10] ^= 1;
        assertRefused(post(parcel.withBody("application/json", other)), parcel, 400, "digest-mismatch");
    }

    @Test
    void takesABodyInChunks() {
        Parcel parcel = coded().sealed();
        assertReceipt(parcel.postChunked(gateway()), parcel, 202);
    }

    @Test
    void refusesAPartThatWasNeverUploaded() {
        Parcel parcel = coded().claiming(part -> part.put("stored", true)).sealed();
        assertRefused(post(parcel.withBody(null, new byte[0])), parcel, 400, "digest-mismatch");
    }

    @Test
    void keepsALargePartInPiecesAndNothingOfItInTheSpool() throws IOException {
        byte[] plan = plan(3 << 20);
        Piece drawing = new Piece("总平面图.dwg", "application/acad", plan);
        Parcel parcel = coded().pieces(Piece.json(Plots.coded()), drawing).sealed();
        Reply reply = post(parcel);
        assertReceipt(reply, parcel, 202);
        assertThat(keptParts(parcel)).contains("总平面图.dwg " + (3 << 20));
        assertThat(pieces(parcel)).isEqualTo(3);
        assertThat(Keeping.kept(reply, 1, drawing)).isEqualTo(plan);
        assertNothingSpooled();
    }

    @Test
    void refusesALargePartWithAnotherDigestAndKeepsNothingOfIt() throws IOException {
        byte[] plan = plan(3 << 20);
        Parcel parcel =
                coded().pieces(new Piece("总平面图.dwg", "application/acad", plan)).sealed();
        byte[] other = plan.clone();
        other[other.length - 1] ^= 1;
        assertRefused(post(parcel.withBody("application/acad", other)), parcel, 400, "digest-mismatch");
        assertNothingSpooled();
    }

    private static byte[] plan(int length) {
        byte[] plan = new byte[length];
        new Random(410105).nextBytes(plan);
        return plan;
    }

    private static List<String> keptParts(Parcel parcel) {
        return database()
                .sql("SELECT p.name || ' ' || p.length FROM part p JOIN accepted a USING (entry) WHERE a.message_id"
                        + " = ?")
                .param(parcel.id())
                .query(String.class)
                .list();
    }

    private static long pieces(Parcel parcel) {
        return database()
                .sql("SELECT count(*) FROM part_piece JOIN accepted a USING (entry) WHERE a.message_id = ?")
                .param(parcel.id())
                .query(Long.class)
                .single();
    }

    private static void assertNothingSpooled() throws IOException {
        try (Stream<Path> left = Files.list(home().resolve("data/spool"))) {
            assertThat(left).isEmpty();
        }
    }
}
