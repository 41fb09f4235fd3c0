package org.dianqiao.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.certificate.Press;
import org.dianqiao.certificate.SealedOfd;
import org.dianqiao.trust.TestAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of a licence service that speaks the protocol itself: its words go on as it signed them, or not at all. */
class SignedLicenceFilesTest extends AtTheDoor {

    private static final String SERVICE = "licences.anyang";
    private static final String ASKER = "gas.anyang";
    private static final byte[] FILE =
            Press.ofd(TestAuthority.named("Seal makers", CLOCK).issue("安阳市市场监督管理局"), CLOCK.instant());
    private static Office service;

    @BeforeAll
    static void opens() {
        service = office(SERVICE, """
                kind: licence-service
                region: "410500"
                receives: [ licence.lookup ]
                """);
        newcomer(ASKER, """
                kind: utility
                region: "410500"
                sends: [ { service: licence.lookup, purposes: ["supply application"] } ]
                """);
    }

    @AfterAll
    static void closes() {
        service.close();
    }

    @Test
    void goOnUnchanged() throws Exception {
        says(file(FILE, "untrusted"), piece("licence.ofd", FILE));
        Parcel question = question(true);
        Reply reply = accepted(post(question));
        assertThat(reply.manifest().at("/parts/1/name").asText()).isEqualTo("licence.ofd");
        assertThat(new ObjectMapper()
                        .readTree(reply.bytes("DQ-Origin-Manifest"))
                        .at("/parts/1/sm3")
                        .asText())
                .isEqualTo(Draft.sm3(FILE));
    }

    @Test
    void areNotCalledValidWhereTheirSealIsNot() throws Exception {
        says(file(FILE, "valid"), piece("licence.ofd", FILE));
        refused("/licences/0/file", true);
    }

    @Test
    void areNotHandedOnWhereTheyWereChanged() throws Exception {
        SealedOfd ofd = new SealedOfd(FILE);
        ofd.entries.put("Doc_0/Attachs/more", new byte[] {1});
        says(file(ofd.zipped(), "none"), piece("licence.ofd", ofd.zipped()));
        refused("/licences/0/file", true);
        byte[] text = "不是 OFD".getBytes(UTF_8);
        says(file(text, "none"), piece("licence.ofd", text));
        refused("/licences/0/file", true);
    }

    @Test
    void areThoseThatTheReplyNames() throws Exception {
        says(file(new byte[] {1}, "untrusted"), piece("licence.ofd", FILE));
        refused("/licences/0/file", true);
        says(file(FILE, "untrusted"), piece("licence2.ofd", FILE));
        refused("/licences/0/file", true);
        says(file(FILE, "untrusted"), piece("licence.ofd", FILE), piece("more.ofd", FILE));
        refused("（parts）", true);
    }

    @Test
    void comeToNobodyWhoHasNotAskedForThem() throws Exception {
        says(file(FILE, "untrusted"), piece("licence.ofd", FILE));
        refused("/licences/0/file", false);
    }

    private static void says(ObjectNode file, Piece... files) throws IOException {
        Path example = Path.of("mappings/dialects/licence-service/lookup-answer.out.json");
        ObjectNode reply =
                (ObjectNode) new ObjectMapper().readTree(example.toFile()).path("reply");
        ((ObjectNode) reply.path("licences").path(0)).set("file", file);
        service.manner(visit -> Response.reply(reply, files));
    }

    private static ObjectNode file(byte[] bytes, String seal) {
        return Plots.object()
                .put("part", "licence.ofd")
                .put("type", "application/ofd")
                .put("sm3", Draft.sm3(bytes))
                .put("seal", seal);
    }

    private static Piece piece(String name, byte[] bytes) {
        return new Piece(name, "application/ofd", bytes);
    }

    private static void refused(String where, boolean files) {
        Parcel question = question(files);
        Reply reply = post(question);
        assertRefused(reply, question, 502, "provider-failed");
        assertThat(reply.json().path("detail").asText()).contains("所答并非所问", where);
    }

    private static Parcel question(boolean files) {
        ObjectNode payload = Plots.object()
                .put("identifier", "1.2.156.3005.2.11100000MB0143028R001.11410100MB1T00041M.2022031500017.001.E")
                .put("files", files);
        return query(ASKER, "licence.lookup", payload)
                .put("purpose", "supply application")
                .put("to", SERVICE)
                .sealed();
    }
}
