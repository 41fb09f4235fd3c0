package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two parts, `payload` with the bytes `{}` and `plan` with `图`. */
class MultipartTest {

    private static final String TYPE = "multipart/mixed; boundary=plot";
    private static final String FIRST = "--plot\r\nContent-Disposition: attachment; name=\"payload\"\r\n\r\n{}\r\n";
    private static final String SECOND = "--plot\r\nContent-Disposition: attachment; name=\"plan\"\r\n\r\n图\r\n";
    private static final String END = "--plot--\r\n";

    @Test
    void readsThePartsInTheirOrder() throws IOException {
        assertRead(TYPE, FIRST + SECOND + END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed; boundary=\"plot\"",
                "Multipart/Mixed; charset=utf-8; Boundary=plot",
                "multipart/mixed;boundary=plot;x=y"
            })
    void findsTheBoundary(String type) throws IOException {
        assertRead(type, FIRST + SECOND + END);
    }

    @Test
    void readsPastAPreamble() throws IOException {
        assertRead(TYPE, "This is a message in several parts.\r\n\r\n" + FIRST + SECOND + END);
    }

    @Test
    void endsWithOrWithoutALineEnd() throws IOException {
        assertRead(TYPE, FIRST + SECOND + "--plot--");
    }

    @Test
    void readsPastAShortEpilogue() throws IOException {
        assertRead(TYPE, FIRST + SECOND + END + "\r\n");
    }

    @Test
    void ignoresOtherHeadersOfAPart() throws IOException {
        String dressed = FIRST.replace("\r\n\r\n", "\r\nContent-Length: 99\r\nContent-Type: text/html\r\n\r\n");
        assertRead(TYPE, dressed + SECOND + END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-disposition: Attachment; filename=\"a.json\"; name=\"payload\"",
                "Content-Disposition:attachment;name=\"payload\"",
                "Content-Disposition: attachment; name=\"payload\"; filename=\"name.json\""
            })
    void findsThePartsName(String disposition) throws IOException {
        assertRead(TYPE, "--plot\r\n" + disposition + "\r\n\r\n{}\r\n" + SECOND + END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed",
                "multipart/form-data; boundary=plot",
                "application/json",
                "multipart/mixed; boundary="
            })
    void refusesABodyThatIsNotMixed(String type) {
        assertRefused(type, FIRST + SECOND + END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                FIRST,
                FIRST + END,
                FIRST + SECOND,
                FIRST + SECOND + "--plot\r\n",
                FIRST + SECOND + "--plot-",
                FIRST + SECOND + FIRST + END,
                SECOND + FIRST + END,
                FIRST + FIRST + END,
                "--other\r\nContent-Disposition: attachment; name=\"payload\"\r\n\r\n{}\r\n" + SECOND + END,
                FIRST + "--plott\r\nContent-Disposition: attachment; name=\"plan\"\r\n\r\n图\r\n" + END,
                "--plot\r\n\r\n{}\r\n" + SECOND + END,
                "--plot\r\nContent-Disposition: form-data; name=\"payload\"\r\n\r\n{}\r\n" + SECOND + END
            })
    void refusesWhatTheManifestDoesNotSay(String body) {
        assertRefused(TYPE, body);
    }

    @Test
    void refusesPartsThatAreLongerOrShorter() {
        assertRefused(TYPE, FIRST.replace("{}", "{ }") + SECOND + END);
        assertRefused(TYPE, FIRST.replace("{}", "") + SECOND + END);
    }

    @Test
    void refusesAPreambleWithoutEnd() {
        assertRefused(TYPE, "x".repeat(100_000));
        assertRefused(TYPE, "x\r\n".repeat(100_000) + FIRST + SECOND + END);
    }

    @Test
    void refusesHeadersWithoutEnd() {
        assertRefused(TYPE, FIRST.replace("\r\n\r\n", "\r\n" + "X-Y: z\r\n".repeat(10_000) + "\r\n") + SECOND + END);
    }

    private static void assertRead(String type, String body) throws IOException {
        Multipart parts = of(type, body);
        assertThat(parts.next()).isEqualTo("payload");
        assertThat(parts.body().readNBytes(2)).asString().isEqualTo("{}");
        assertThat(parts.next()).isEqualTo("plan");
        assertThat(parts.body().readNBytes(3)).asString(StandardCharsets.UTF_8).isEqualTo("图");
        parts.end();
    }

    private static void assertRefused(String type, String body) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> {
                    Multipart parts = of(type, body);
                    require(parts.next().equals("payload"));
                    parts.body().readNBytes(2);
                    require(parts.next().equals("plan"));
                    parts.body().readNBytes(3);
                    parts.end();
                })
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.DIGEST_MISMATCH));
    }

    /** As the reader of the parts does it. */
    private static void require(boolean named) {
        if (!named) {
            throw Parts.mismatch("another part");
        }
    }

    private static Multipart of(String type, String body) {
        return Multipart.of(type, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
