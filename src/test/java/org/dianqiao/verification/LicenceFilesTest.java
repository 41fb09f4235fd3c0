package org.dianqiao.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dianqiao.Draft;
import org.dianqiao.Plots;
import org.dianqiao.certificate.Ofdrw;
import org.dianqiao.certificate.Press;
import org.dianqiao.certificate.SealedOfd;
import org.dianqiao.ofd.Forger;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.sandbox.Answer;
import org.dianqiao.sandbox.Part;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.TestAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The files of licences, fetched by links that are good for one download, and what of them gets to who asked. */
@ExtendWith(OutputCaptureExtension.class)
class LicenceFilesTest extends AskingForLicences {

    private static final SigningKey MAKER =
            TestAuthority.named("Seal makers", CLOCK).issue("郑州市市场监督管理局");

    private static final byte[] PK = "PK 系统繁忙".getBytes(UTF_8);

    private final CountDownLatch closing = new CountDownLatch(1);

    @TempDir
    Path folder;

    @AfterEach
    void leavesNothingBehind() throws IOException {
        try (Stream<Path> spool = Files.list(home().resolve("data/spool"))) {
            assertThat(spool).isEmpty();
        }
    }

    @Test
    void comeWithTheLicencesAndAreSealed() throws Exception {
        Answer answer = ask(one());
        JsonNode licence = licence(answer);
        assertThat(answer.parts()).hasSize(2);
        Part file = answer.parts().get(1);
        assertThat(licence.path("file"))
                .isEqualTo(Plots.object()
                        .put("part", "licence-1.ofd")
                        .put("type", "application/ofd")
                        .put("sm3", Draft.sm3(file.bytes()))
                        .put("seal", "valid"));
        assertThat(licence.has("fileError")).isFalse();
        assertThat(Ofdrw.fault(file.bytes(), folder)).isEmpty();
        assertThat(new String(new SealedOfd(file.bytes()).entries.get("Doc_0/Pages/Page_0/Content.xml"), UTF_8))
                .contains("河南中原置业有限公司", "加注件 ", "：用电报装");
    }

    @Test
    void comeOnlyWhereTheyAreAskedFor() {
        Answer answer = ask(Plots.object().put("identifier", DEVELOPERS_LICENCE));
        assertThat(answer.parts()).hasSize(1);
        assertThat(licence(answer).has("file")).isFalse();
        assertThat(licence(answer).has("fileError")).isFalse();
    }

    @Test
    void comeForEachLicenceThatHasOne(CapturedOutput log) {
        Answer answer = ask(of(FLAT_OWNER, ESTATE).put("files", true));
        List<JsonNode> licences = List.copyOf(answer.json().path("licences").findParents("identifier"));
        assertThat(licences).hasSize(2);
        assertThat(licences)
                .extracting(licence -> licence.path("status").asText() + " "
                        + licence.path("fileError").asText()
                        + licence.at("/file/seal").asText())
                .containsExactlyInAnyOrder("revoked no-link", "valid valid");
        assertThat(answer.parts()).hasSize(2);
        assertThat(log).contains("no-link: HTTP 200 99").doesNotContain("程雨薇", FLAT_OWNER);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT_ERRORS, text",
        "USED_LINKS, text",
        "REDIRECT_METADATA, link-refused",
        "REDIRECT_FILE, link-refused",
        "LINKS_ELSEWHERE, link-refused",
        "TIME_OUT_AFTER_SUCCESS, not-fetched",
        "HUGE, too-large",
        "ENDLESS, too-large",
        "TAMPERED, tampered",
    })
    void areLeftOutWithTheReason(Fault fault, String reason, CapturedOutput log) {
        service(Faults.of(fault), IN_CLEAR);
        Answer answer = ask(one());
        assertThat(answer.parts()).hasSize(1);
        assertThat(licence(answer).path("fileError").asText()).isEqualTo(reason);
        assertThat(licence(answer).has("file")).isFalse();
        assertThat(licence(answer).path("status").asText()).isEqualTo("valid");
        assertThat(log).contains("no file of licence 1: " + reason).doesNotContain("中原置业", "下载链接");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http://169.254.169.254/latest/meta-data/",
                "http://localhost:{port}/file",
                "http://127.0.0.1/file",
                "http://user@127.0.0.1:{port}/file",
                "https://127.0.0.1:{port}0/file",
                "ftp://127.0.0.1:{port}/file",
                "jar:http://127.0.0.1:{port}/file!/",
                "//127.0.0.1:{port}/file",
                "/file",
                "下载",
                "http://127.0.0.1:{port}@evil/file",
            })
    void areNotFetchedFromElsewhere(String link) {
        plays(link, PK);
        assertThat(licence(ask(one())).path("fileError").asText()).isEqualTo("link-refused");
        assertThat(fetched).isEmpty();
    }

    @Test
    void areFetchedFromWhereThePartnersFileSaysAndOnce() throws IOException {
        HttpServer store = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        store.createContext("/", call -> {
            fetched.add(call.getRequestMethod() + " " + call.getRequestURI());
            respond(call, PK);
        });
        store.start();
        String there = "127.0.0.1:" + store.getAddress().getPort();
        try {
            URI service = plays("http://" + there + "/a%20b/zz?id=%E7%94%B5&x=1#y", PK);
            assertThat(licence(ask(one())).path("fileError").asText()).isEqualTo("link-refused");
            serviceAt(service, IN_CLEAR, "\"" + there + "\"");
            assertThat(licence(ask(one())).path("fileError").asText()).isEqualTo("text");
            assertThat(fetched).containsExactly("GET /a%20b/zz?id=%E7%94%B5&x=1");
        } finally {
            store.stop(0);
        }
    }

    @Test
    void areStreamedHoweverLargeTheyAre() throws Exception {
        byte[] file = sealed(DEVELOPERS_LICENCE, 3 << 20);
        plays("{base}/file", file);
        Answer answer = ask(one());
        assertThat(licence(answer).at("/file/seal").asText()).isEqualTo("untrusted");
        assertThat(Draft.sm3(answer.parts().get(1).bytes())).isEqualTo(Draft.sm3(file));
        assertThat(fetched).containsExactly("/file");
    }

    @Test
    void areLeftOutWhereTheyComeTooSlowlyOrBreakOff() {
        answers(call -> {
            if (!call.getRequestURI().getPath().equals("/slow")) {
                play(call, "{base}/slow", PK, DEVELOPERS_LICENCE);
                return;
            }
            call.sendResponseHeaders(200, 1000);
            for (int i = 0; i < 8 && !closing.await(500, TimeUnit.MILLISECONDS); i++) {
                call.getResponseBody().write('P');
                call.getResponseBody().flush();
            }
        });
        assertThat(licence(ask(one())).path("fileError").asText()).isEqualTo("not-fetched");
        closing.countDown();
        assertThat(licence(ask(one())).path("fileError").asText()).isEqualTo("not-fetched");
    }

    @Test
    void areSealedByWhomTheOperatorBelieves() throws Exception {
        plays("{base}/file", sealed(DEVELOPERS_LICENCE, 1));
        Path makers = home().resolve("certs/seals/makers.pem");
        Files.createDirectories(makers.getParent());
        try {
            Files.writeString(
                    makers, MAKER.chain().get(MAKER.chain().size() - 1).pem());
            bean(FileWatch.class).refresh();
            assertThat(licence(ask(one())).at("/file/seal").asText()).isEqualTo("valid");
        } finally {
            Files.delete(makers);
            bean(FileWatch.class).refresh();
        }
        assertThat(licence(ask(one())).at("/file/seal").asText()).isEqualTo("untrusted");
    }

    @Test
    void areNotAnotherLicences() throws Exception {
        plays("{base}/file", sealed("1.2.156.3005.2.11100000000013338W087.11410100MB1T000768.2025042800003.001.W", 1));
        assertThat(licence(ask(one())).path("fileError").asText()).isEqualTo("another");
        answers(call -> play(call, "{base}/file", PK, "swapped"));
        assertThat(licence(ask(one())).path("fileError").asText()).isEqualTo("no-link");
    }

    private static byte[] sealed(String identifier, int attached) throws Exception {
        Forger forger = new Forger(Press.ofd(MAKER, CLOCK.instant()), MAKER, CLOCK.instant());
        byte[] plans = new byte[attached];
        new SplittableRandom(attached).nextBytes(plans);
        forger.ofd.entries.put("Doc_0/Attachs/plans.dat", plans);
        forger.ofd.entries.compute("OFD.xml", (name, bytes) -> new String(bytes, UTF_8)
                .replaceAll("<ofd:Subject>[^<]*", "<ofd:Subject>" + identifier)
                .getBytes(UTF_8));
        return forger.sealed();
    }

    /** A service that gives this link, at which there is this. */
    private URI plays(String link, byte[] file) {
        return answers(call -> play(call, link, file, DEVELOPERS_LICENCE));
    }
}
