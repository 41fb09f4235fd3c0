package org.dianqiao.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.openssl.PEMParser;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceLookupTest extends AskingForLicences {

    @Test
    void findsWhatAHolderHasOfEachType() {
        Reply reply = accepted(lookup(of(DEVELOPER, BUSINESS, ESTATE)));
        JsonNode licence = reply.json().path("licences").path(0);
        assertThat(types(reply)).containsExactly(BUSINESS, ESTATE);
        assertThat(licence.path("identifier").asText()).isEqualTo(DEVELOPERS_LICENCE);
        assertThat(licence.path("holder")).isEqualTo(holder(DEVELOPER));
        assertThat(licence.path("issuedOn").asText()).isEqualTo("2022-03-15");
        assertThat(licence.path("issuer").asText()).isEqualTo("郑州市市场监督管理局");
        assertThat(licence.path("status").asText()).isEqualTo("valid");
        assertThat(outcomes()).containsExactly("answered");
    }

    @Test
    void findsOneByItsIdentifier() {
        Reply reply = accepted(lookup(Plots.object().put("identifier", DEVELOPERS_LICENCE)));
        assertThat(types(reply)).containsExactly(BUSINESS);
    }

    @Test
    void findsOneByWhatStandsInItsTwoDimensionalCode() {
        ObjectNode code = Plots.object().put("qrCode", Sm3.name(DEVELOPERS_LICENCE));
        Reply reply = accepted(lookup(code));
        assertThat(types(reply)).containsExactly(BUSINESS);
        assertThat(reply.json().at("/licences/0/identifier").asText()).isEqualTo(DEVELOPERS_LICENCE);
        assertThat(reply.json().at("/licences/0/holder")).isEqualTo(holder(DEVELOPER));
        assertThat(outcomes()).containsExactly("answered");
    }

    @Test
    void tellsTheServiceNothingButTheCodeAndWhy() throws IOException {
        List<JsonNode> asked = new CopyOnWriteArrayList<>();
        List<String> operations = new CopyOnWriteArrayList<>();
        answers(call -> {
            operations.add(call.getRequestURI().getPath());
            asked.add(new ObjectMapper().readTree(call.getRequestBody()));
        });
        post(draft("licence.lookup", Plots.object().put("qrCode", "https://zz.henan/扫码?x=1"))
                .put("case", Plots.CODE)
                .sealed());
        assertThat(operations).containsExactly("/CertShare/queryCertInfoByQRcode");
        assertThat(asked.get(0).path("data"))
                .isEqualTo(
                        Plots.object().put("qrcode", "https://zz.henan/扫码?x=1").put("useCause", "用电报装 " + Plots.CODE));
    }

    @Test
    void findsNoneByACodeThatNobodyHas() {
        Reply reply = accepted(lookup(Plots.object().put("qrCode", "0f1e2d3c4b5a69788796a5b4c3d2e1f0")));
        assertThat(types(reply)).isEmpty();
    }

    @Test
    void saysThatTheAnswerIsTheServicesAndTheSignatureOurs() {
        Parcel question = question("licence.lookup", of(DEVELOPER, BUSINESS));
        Reply reply = accepted(post(question));
        assertAnswer(reply, question, "reply");
        assertThat(reply.manifest().at("/attested/of").asText()).isEqualTo(SERVICE);
        assertThat(reply.manifest().at("/attested/means").asText()).isEqualTo("in-body");
        assertThat(reply.headers()).doesNotContainKeys("dq-origin-manifest", "dq-origin-signature");
    }

    @Test
    void tellsTheServiceWhoAsksForWhatAndInWhichCase() throws IOException {
        List<JsonNode> asked = new CopyOnWriteArrayList<>();
        answers(call -> asked.add(new ObjectMapper().readTree(call.getRequestBody())));
        post(draft("licence.lookup", of(DEVELOPER, BUSINESS))
                .put("case", Plots.CODE)
                .sealed());
        JsonNode call = asked.get(0);
        assertThat(call.at("/head/accessId").asText()).isEqualTo(IN_CLEAR);
        assertThat(call.at("/head/accessToken").asText()).isEqualTo(Files.readString(token()));
        assertThat(call.at("/data/holderCode").asText()).isEqualTo(DEVELOPER);
        assertThat(call.at("/data/useCause").asText()).isEqualTo("用电报装 " + Plots.CODE);
    }

    @Test
    void isAnsweredAgainByteForByteWithoutAskingAgain() {
        Parcel question = question("licence.lookup", of(DEVELOPER, BUSINESS, ESTATE));
        Reply first = accepted(post(question));
        assertThat(accepted(post(question)).words()).isEqualTo(first.words());
        assertThat(outcomes()).containsExactly("answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dianqiao-data", "dianqiao-cert-data"})
    void opensWhatIsEncryptedUnderOurKey(String account) {
        service(Faults.none(), account);
        assertThat(types(accepted(lookup(of(DEVELOPER, BUSINESS, ESTATE))))).containsExactly(BUSINESS, ESTATE);
    }

    /** As `queryCertInfoByHolderCode` is described: the list stands in `data` itself. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void understandsABareListToo(boolean encrypted) throws Exception {
        ObjectNode said = (ObjectNode) new ObjectMapper().readTree(told());
        JsonNode list = said.arrayNode().add(said.at("/data/certData"));
        said.set("data", encrypted ? sealed(list) : list);
        answersAlways(said.toString());
        assertThat(types(accepted(lookup(of(DEVELOPER, BUSINESS))))).containsExactly(BUSINESS);
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        Reply reply = accepted(lookup(of(MANAGER, BUSINESS)));
        assertThat(reply.json())
                .isEqualTo(Plots.object().set("licences", Plots.object().arrayNode()));
    }

    @ParameterizedTest
    @CsvSource({
        MANAGER + ", " + CONSTRUCTOR + ", expired",
        DEVELOPER + ", " + CONSTRUCTION + ", not-yet-valid",
        TEA_MAKER + ", " + BUSINESS + ", suspended",
        FLAT_OWNER + ", " + ESTATE + ", revoked",
    })
    void saysWhatALicenceIsWorth(String holder, String type, String status) {
        Reply reply = accepted(lookup(of(holder, type)));
        assertThat(reply.json().at("/licences/0/status").asText()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "curiosity"})
    void isRefusedWithoutAPurposeThatWasGranted(String purpose) {
        Parcel question = draft("licence.lookup", of(DEVELOPER, BUSINESS))
                .put("purpose", purpose)
                .sealed();
        assertThat(post(question).status()).isIn(400, 403);
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void isRefusedWhereTheQuestionIsNone() {
        List<ObjectNode> none = List.of(
                Plots.object(),
                of(DEVELOPER),
                of(DEVELOPER, "营业执照"),
                of(DEVELOPER, BUSINESS, BUSINESS),
                of(DEVELOPER, BUSINESS).put("identifier", DEVELOPERS_LICENCE),
                Plots.object().put("identifier", DEVELOPERS_LICENCE.replace(".E", ".F")));
        for (ObjectNode payload : none) {
            Parcel question = question("licence.lookup", payload);
            assertRefused(post(question), question, 422, "contract-violated");
        }
        assertThat(outcomes()).isEmpty();
    }

    /** Under the key that the gateway's certificate is for. */
    private static JsonNode sealed(JsonNode clear) throws Exception {
        try (Reader reader = Files.newBufferedReader(home().resolve("data/sandbox/gateway.pem"));
                PEMParser pem = new PEMParser(reader)) {
            X509CertificateHolder certificate = (X509CertificateHolder) pem.readObject();
            SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
            engine.init(
                    true, new ParametersWithRandom(PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo())));
            byte[] bytes = clear.toString().getBytes(StandardCharsets.UTF_8);
            return TextNode.valueOf(HexFormat.of().formatHex(engine.processBlock(bytes, 0, bytes.length)));
        }
    }

    private static List<String> types(Reply reply) {
        return StreamSupport.stream(reply.json().path("licences").spliterator(), false)
                .map(licence -> licence.path("type").asText())
                .toList();
    }
}
