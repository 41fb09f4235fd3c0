package org.dianqiao.sandbox.licences;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.io.pem.PemReader;
import org.dianqiao.MovedClock;
import org.dianqiao.codes.Check;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The licence service's dialect, as an independent client meets it. */
class LicenceServiceTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Of a type that the caller may not see. */
    private static final String SPECIAL_WORKS =
            "1.2.156.3005.2.11100000000013338W032.11410100MB1T000768.2024010500009.001.I";

    private final MovedClock clock = new MovedClock(Instant.parse("2026-09-15T01:30:00Z"));

    @TempDir
    Path folder;

    private Licences licences;

    @BeforeEach
    void open() throws Exception {
        licences = Licences.open(folder, Faults.none(), clock);
    }

    @AfterEach
    void close() {
        licences.close();
    }

    @Test
    void tellsWhatAHolderHas() throws Exception {
        JsonNode answer =
                licences.ask("queryCertInfoByHolderCode", Licences.byHolder(Licences.DEVELOPER, Licences.BUSINESS));
        assertThat(answer.path("head").path("status").intValue()).isZero();
        assertThat(answer.path("data").path("certData")).hasSize(1).first().satisfies(licence -> {
            assertThat(licence.path("cert_identifier").asText()).isEqualTo(Licences.DEVELOPERS_LICENCE);
            assertThat(licence.path("czzt").asText()).isEqualTo("河南中原置业有限公司");
            assertThat(licence.path("zzbfrq").asText()).isEqualTo("20220315");
            assertThat(licence.path("zzyxqjzrq").asText()).isEmpty();
            assertThat(licence.path("zzzt").asText()).isEqualTo("有效");
        });
    }

    @Test
    void findsALicenceByItsIdentifierItsQrCodeAndItsHoldersConsent() throws Exception {
        JsonNode found = licences.ask(
                "queryCertInfo", "{\"certIdentifier\":\"" + Licences.DEVELOPERS_LICENCE + "\",\"useCause\":\"用电报装\"}");
        JsonNode scanned = licences.ask(
                "queryCertInfoByQRcode", "{\"qrcode\":\"e5033839270398fac2de8d22671fb3d3\",\"useCause\":\"用电报装\"}");
        JsonNode agreed =
                licences.ask("queryCertInfosByVerifyTrx", "{\"trxId\":\"TRX20260915000001\",\"useCause\":\"用电报装\"}");
        assertThat(found.path("data").path("certData").path("zzbh").asText()).isEqualTo(Licences.DEVELOPER);
        assertThat(scanned).isEqualTo(found);
        assertThat(agreed.path("data").path("certData"))
                .extracting(licence -> licence.path("czztdm").asText())
                .containsOnly("41010519900307123X");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "queryCertInfoByHolderCode, holderCode=;holderTypeCode=001;certTypeCode=BL;useCause=a, 12",
                "queryCertInfoByHolderCode, holderCode=91;holderTypeCode=001;certTypeCode=BL, 12",
                "queryCertInfoByHolderCode, holderCode=91;holderTypeCode=777;certTypeCode=BL;useCause=a, 103",
                "queryCertInfoByHolderCode, holderCode=91;holderTypeCode=001;certTypeCode=BL;useCause=a, 10",
                "queryCertInfoByHolderCode, holderCode=41;holderTypeCode=111;certTypeCode=SW;useCause=a, 100",
                "queryCertInfo, certIdentifier=ID;useCause=a, 100",
                "queryCertInfo, certIdentifier=1.2.3;useCause=a, 10",
                "downloadUrl, certIdentifier=;useCause=a, 12",
                "downloadUrl, certIdentifier=ID;useCause=a, 100",
                "queryCertInfoByQRcode, qrcode=e503;useCause=a, 10",
                "queryCertInfosByVerifyTrx, trxId=TRX1;useCause=a, 10",
                "verifyFile, certTypeCode=BL;contentType=ofd;content=x;useCause=a, 102",
                "verifyFile, certTypeCode=BL;contentType=base64;content=x;useCause=a, 2",
                "certRemark, certTypeCode=BL;useCause=a, 0",
                "guess, useCause=a, 99",
            })
    void saysByItsStatusWhatIsWrong(String operation, String fields, int status) throws Exception {
        String data = Arrays.stream(fields.replace("BL", Licences.BUSINESS)
                        .replace("SW", "11100000000013338W032")
                        .replace("ID", SPECIAL_WORKS)
                        .split(";"))
                .map(field -> "\"" + field.replace("=", "\":\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(licences.status(operation, data)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"certNo, 109", "holderCode, 110", "holder, 111"})
    void saysWhichOfThreeThingsIsMissingInAVerification(String field, int status) throws Exception {
        String said = "{\"certNo\":\"a\",\"holderCode\":\"b\",\"holder\":\"c\"}"
                .replaceFirst("\"" + field + "\":\".\"", "\"" + field + "\":\"\"");
        String data = "{\"certTypeCode\":\"%s\",\"certData\":%s,\"useCause\":\"a\"}".formatted(Licences.BUSINESS, said);
        assertThat(licences.status("verifyCertInfo", data)).isEqualTo(status);
    }

    @Test
    void servesNobodyWhomItDoesNotKnow() throws Exception {
        HttpResponse<byte[]> answer = licences.post("somebody", "queryCertInfo", "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Plain.text(answer)).contains("\"status\":11");
    }

    @Test
    void answersWhatIsNoJsonAndACauseThatIsTooLong() throws Exception {
        URI address = licences.service().address().resolve("/CertShare/queryCertInfo");
        assertThat(Plain.text(Plain.post(address, "<xml/>"))).contains("\"status\":99");
        assertThat(licences.status("queryCertInfo", "{\"useCause\":\"" + "电".repeat(201) + "\"}"))
                .isEqualTo(99);
    }

    @ParameterizedTest
    @CsvSource({
        "11100000MB0143028R001, 91410100MA7K3D2F5N, 河南中原置业有限公司, 91410100MA7K3D2F5N, zs, 河南省郑州市金水区杨金路88号, 0",
        "11100000000013338W009, 410105202609090101, 河南中原置业有限公司, 91410100MA7K3D2F5N, xmdm, 2609-410105-04-01-123459, 1",
        "11100000MB0143028R001, 91341002MA8P7T4H6E, 黄山市徽韵茶业有限公司, 91341002MA8P7T4H6E, fddbr, 汪明远, 2",
        "11100000000013338W001, 豫241202012345, 李卫东, 41010519900307123X, zy, 建筑工程, 3",
        "11100000MB03271699001, 皖(2019)黄山市不动产权第0011223号, 程雨薇, 341002198512310028, mj, 118.60, 3",
        "11100000MB0143028R001, 91410100MA7K3D2F5N, 河南中原置业有限公司, 91410100MA7K3D2F5N, dh, 0371, 4",
        "11100000MB0143028R001, 91410100MA7K3D2F5P, 河南中原置业有限公司, 91410100MA7K3D2F5N, zs, a, 5",
        "11100000MB0143028R001, 91410100MA7K3D2F5N, 河南中原置业公司, 91410100MA7K3D2F5N, zs, b, 7",
    })
    void verifiesWhatIsSaidOfALicence(
            String type, String number, String holder, String code, String field, String value, int result)
            throws Exception {
        String data = """
            {"certTypeCode":"%s","useCause":"用电报装",\
            "certData":{"certNo":"%s","holder":"%s","holderCode":"%s","%s":"%s"}}\
            """.formatted(type, number, holder, code, field, value);
        assertThat(licences.ask("verifyCertInfo", data)
                        .path("data")
                        .path("result")
                        .intValue())
                .isEqualTo(result);
    }

    @Test
    void saysThatNothingWasSaidOfALicence() throws Exception {
        JsonNode answer = licences.ask(
                "verifyCertInfo", "{\"certTypeCode\":\"11100000MB0143028R001\",\"certData\":{},\"useCause\":\"a\"}");
        assertThat(answer.path("data").path("result").intValue()).isEqualTo(6);
    }

    @Test
    void encryptsForThoseWhoWantIt() throws Exception {
        String question = Licences.byHolder(Licences.DEVELOPER, Licences.BUSINESS);
        JsonNode clear = licences.ask("queryCertInfoByHolderCode", question).path("data");
        JsonNode data = MAPPER.readTree(licences.post("dianqiao-data", "queryCertInfoByHolderCode", question)
                .body());
        JsonNode certData = MAPPER.readTree(licences.post("dianqiao-cert-data", "queryCertInfoByHolderCode", question)
                .body());
        assertThat(opened(data.path("data").asText())).isEqualTo(clear);
        assertThat(opened(certData.path("data").path("certData").asText())).isEqualTo(clear.path("certData"));
    }

    @Test
    void givesAFileByALinkThatIsGoodForOneDownload() throws Exception {
        URI link = licences.link(Licences.DEVELOPERS_LICENCE);
        assertThat(link.getQuery()).matches("id=.{32}");
        HttpResponse<byte[]> file = Plain.get(link);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/ofd");
        assertThat(file.body()).startsWith('P', 'K');
        HttpResponse<byte[]> again = Plain.get(link);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Plain.text(again)).isEqualTo("下载链接无效或已被使用");
    }

    @Test
    void givesNoFileAfterTenMinutes() throws Exception {
        URI link = licences.link(Licences.DEVELOPERS_LICENCE);
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(Plain.text(Plain.get(link))).isEqualTo("下载链接已过期");
    }

    @Test
    void givesLinksToAllThatAHolderHas() throws Exception {
        JsonNode answer =
                licences.ask("downloadUrlsByHolderCode", Licences.byHolder(Licences.DEVELOPER, Licences.BUSINESS));
        JsonNode link = answer.path("data").path("certData").path(0);
        assertThat(link.path("contentType").asText()).isEqualTo("http");
        assertThat(link.path("certIdentifier").asText()).isEqualTo(Licences.DEVELOPERS_LICENCE);
        assertThat(Plain.get(URI.create(link.path("content").asText())).body()).hasSizeGreaterThan(10_000);
    }

    @Test
    void givesNoFileOfWhatIsRevoked() throws Exception {
        String revoked = "1.2.156.3005.2.11100000MB03271699001.11341000MB1T00025W.20250023456.001.B";
        assertThat(licences.status("downloadUrl", "{\"certIdentifier\":\"" + revoked + "\",\"useCause\":\"a\"}"))
                .isEqualTo(99);
    }

    @Test
    void knowsOnlyLicencesWhoseIdentifiersAreRight() {
        List<String> wrong = new ArrayList<>();
        for (Licence licence : Shelf.on(LocalDate.of(2026, 9, 15))) {
            if (LicenceIdentifier.check(licence.identifier()).verdict() != Check.Verdict.VALID) {
                wrong.add(licence.identifier());
            }
        }
        assertThat(wrong).isEmpty();
    }

    private JsonNode opened(String hex) throws Exception {
        String pem = Files.readString(licences.folder().resolve("key.pem"));
        AsymmetricKeyParameter key = PrivateKeyFactory.createKey(
                new PemReader(new StringReader(pem)).readPemObject().getContent());
        SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
        engine.init(false, key);
        byte[] sealed = HexFormat.of().parseHex(hex);
        return MAPPER.readTree(engine.processBlock(sealed, 0, sealed.length));
    }
}
