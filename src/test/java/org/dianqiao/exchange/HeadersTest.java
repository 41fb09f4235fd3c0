package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Parcel;
import org.dianqiao.RawLine;
import org.dianqiao.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two headers that carry a message, and all the others together. */
class HeadersTest extends AtTheDoor {

    @Test
    void wantsBothHeaders() {
        assertUnsigned(post(coded().sealed().withManifest(null)), 400, "malformed");
        assertUnsigned(post(coded().sealed().withSignature((String) null)), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DQ-Manifest", "dq-signature"})
    void takesAHeaderOnlyOnce(String name) {
        Parcel parcel = coded().sealed();
        String again = name.equals("DQ-Manifest") ? parcel.manifestHeader() : parcel.signatureHeader();
        assertUnsigned(post(parcel.withHeader(name, String.valueOf(again))), 400, "malformed");
    }

    @Test
    void takesOneTypeOnly() {
        Parcel parcel = coded().sealed();
        for (String type : List.of("text/plain", "application/json")) {
            assertUnsigned(post(parcel.withHeader("Content-Type", type)), 400, "malformed");
        }
        Parcel stranger = coded().put("from", "approval.shandong").sealed();
        assertUnsigned(post(stranger.withHeader("content-type", "text/plain")), 400, "malformed");
    }

    @Test
    void takesManyShortHeaders() {
        Parcel parcel = coded().sealed();
        Parcel adorned = parcel;
        for (int i = 0; i < 300; i++) {
            adorned = adorned.withHeader("X-" + i, "y");
        }
        assertReceipt(post(adorned), parcel, 202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DQ-MANIFEST", "dq-manifest", "Dq-Manifest"})
    void readsItsHeadersInAnyCase(String name) {
        Parcel parcel = coded().sealed();
        Parcel spelled = parcel.withManifest(null).withHeader(name, String.valueOf(parcel.manifestHeader()));
        assertReceipt(post(spelled), parcel, 202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "!!!!", "e30", "e3=", "e30==", "e30=e30=", "e3 0", "-_-_", "ée30"})
    void refusesWhatIsNotBase64(String manifest) {
        assertUnsigned(raw(manifest, "e30="), 400, "malformed");
        Parcel parcel = coded().sealed();
        assertUnsigned(raw(String.valueOf(parcel.manifestHeader()), manifest), 400, "malformed");
    }

    @Test
    void refusesTheAlphabetForAddresses() {
        Parcel parcel = coded().put("remark", "???>>>~~~").sealed();
        String header = String.valueOf(parcel.manifestHeader());
        assertThat(header).matches(".*[+/].*");
        assertUnsigned(post(parcel.withManifest(header.replace('+', '-').replace('/', '_'))), 400, "malformed");
    }

    @Test
    void refusesBase64WithoutItsPadding() {
        Parcel parcel = coded().sealed();
        while (!String.valueOf(parcel.signatureHeader()).endsWith("=")) {
            parcel = coded().sealed();
        }
        String unpadded = String.valueOf(parcel.signatureHeader()).replace("=", "");
        assertUnsigned(post(parcel.withSignature(unpadded)), 400, "malformed");
    }

    @Test
    void refusesAFoldedHeader() {
        Parcel parcel = coded().sealed();
        String header = String.valueOf(parcel.manifestHeader());
        String folded = header.substring(0, 76) + "\r\n " + header.substring(76);
        assertThat(raw(folded, String.valueOf(parcel.signatureHeader())).status())
                .isEqualTo(400);
    }

    @Test
    void refusesASignatureOfMoreThan8KiB() {
        byte[] signature = Arrays.copyOf(bytesOf(coded().sealed()), 8 * 1024 + 1);
        assertUnsigned(post(coded().sealed().withSignature(signature)), 400, "malformed");
    }

    @Test
    void readsASignatureOf8KiB() {
        byte[] signature = Arrays.copyOf(bytesOf(coded().sealed()), 8 * 1024);
        assertUnsigned(post(coded().sealed().withSignature(signature)), 401, "bad-signature");
    }

    @Test
    void takesHeadersOf40KiB() {
        Parcel parcel = coded().sealed();
        assertReceipt(
                RawLine.tell(gateway(), "POST", parcel.path(), filled(parcel, 40 * 1024), parcel.body()), parcel, 202);
    }

    @ParameterizedTest
    @ValueSource(ints = {48 * 1024, 64 * 1024, 79 * 1024, 100 * 1024, 1024 * 1024})
    void refusesMoreWithAClearAnswer(int size) {
        Parcel parcel = coded().sealed();
        Reply reply = RawLine.tell(gateway(), "POST", parcel.path(), filled(parcel, size), parcel.body());
        assertUnsigned(reply, 400, "malformed");
    }

    @Test
    void refusesThousandsOfHeadersWithAClearAnswer() {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            headers.addAll(List.of("A" + i, "b"));
        }
        assertUnsigned(
                RawLine.tell(gateway(), "POST", "/exchange/v1/lead.lookup", headers, new byte[0]), 400, "malformed");
    }

    @ParameterizedTest
    @CsvSource({"DQ-Entry", "DQ-Origin-Manifest", "DQ-Origin-Signature", "Expect-Nothing", "X-HTTP-Method-Override"})
    void takesNoNoticeOfOtherHeaders(String name) {
        Parcel parcel = coded().sealed();
        assertReceipt(post(parcel.withHeader(name, "DELETE")), parcel, 202);
    }

    @Test
    void refusesAnExpectationThatItDoesNotKnow() {
        Parcel parcel = coded().sealed();
        Reply reply = RawLine.ask(gateway(), "POST", parcel.path(), "Expect", "a-miracle", "Content-Length", "0");
        assertUnsigned(reply, 400, "malformed");
    }

    private static Reply raw(String manifest, String signature) {
        return RawLine.ask(
                gateway(),
                "POST",
                "/exchange/v1/project.code-assigned",
                "DQ-Manifest",
                manifest,
                "DQ-Signature",
                signature,
                "Content-Length",
                "0");
    }

    private static byte[] bytesOf(Parcel parcel) {
        return Base64.getDecoder().decode(parcel.signatureHeader());
    }

    /** Headers of so many bytes in all, line ends included. */
    private static List<String> filled(Parcel parcel, int size) {
        List<String> headers = new ArrayList<>(List.of(
                "DQ-Manifest",
                String.valueOf(parcel.manifestHeader()),
                "DQ-Signature",
                String.valueOf(parcel.signatureHeader()),
                "Content-Type",
                "application/json",
                "Content-Length",
                "" + parcel.body().length));
        int requestLineAndEnd = ("POST " + parcel.path() + " HTTP/1.1\r\n\r\n").length();
        int used = RawLine.head("POST", parcel.path(), headers).length - requestLineAndEnd;
        headers.addAll(List.of("X-Fill", "x".repeat(size - used - "X-Fill: \r\n".length())));
        return headers;
    }
}
