package org.dianqiao.web.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.dianqiao.WithGateway;
import org.dianqiao.certificate.Certificates;
import org.dianqiao.certificate.Issued;
import org.dianqiao.certificate.SomeCertificate;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who has scanned the code on a certificate, and has never been here. */
class CertificatesArePublicTest extends WithGateway {

    private static final String NEVER_ISSUED = "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void showsThatACertificateIsGenuineAndInForce() throws Exception {
        Issued issued = SomeCertificate.issue(bean(Certificates.class), bean(TransactionTemplate.class));

        HttpResponse<String> page = open("/certificates/" + issued.identifier());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("真实，有效", "电力接入工程备案证明", issued.identifier(), "2026-11-03 10:15:30.123")
                .contains(SomeCertificate.sm3(issued.pdf()), SomeCertificate.sm3(issued.ofd()));
        assertThat(cookies.getCookieStore().getCookies().toString()).doesNotContain("JSESSIONID");
    }

    @Test
    void tellsNothingOfWhatIsWrittenOnIt() throws Exception {
        Issued issued = SomeCertificate.issue(bean(Certificates.class), bean(TransactionTemplate.class));

        assertThat(open("/certificates/" + issued.identifier()).body()).doesNotContain("中原置业", "花园路");
    }

    @Test
    void leadsFromASupersededOneToTheNewOneAndBack() throws Exception {
        Issued first = SomeCertificate.issue(bean(Certificates.class), bean(TransactionTemplate.class));
        Issued second = SomeCertificate.superseding(
                first.identifier(), bean(Certificates.class), bean(TransactionTemplate.class));

        assertThat(open("/certificates/" + first.identifier()).body())
                .contains("真实，但已被取代", "href=\"/certificates/" + second.identifier());
        assertThat(open("/certificates/" + second.identifier()).body())
                .contains("真实，有效", "href=\"/certificates/" + first.identifier());
    }

    @Test
    void saysSinceWhenARevokedOneIsOfNoEffect() throws Exception {
        Issued issued = SomeCertificate.issue(bean(Certificates.class), bean(TransactionTemplate.class));
        bean(Certificates.class).revoke(issued.identifier(), SomeCertificate.LATER);

        assertThat(open("/certificates/" + issued.identifier()).body()).contains("真实，但已被撤销", "自 2026-11-04 08:00:00");
    }

    @Test
    void knowsNothingOfOneThatWasNotIssuedHere() throws Exception {
        HttpResponse<String> page = open("/certificates/" + NEVER_ISSUED);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("没有签发过这个标识的证照", NEVER_ISSUED).contains("<main");
    }

    @Test
    void pointsAtTheCharacterThatIsWrong() throws Exception {
        HttpResponse<String> page = open("/certificates/" + NEVER_ISSUED.replace("W032", "W03A"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("这个标识有误", "第 36 位：应为数字");
        assertThat(open("/certificates/hello").body()).contains("第 1 位：应以 1.2.156.3005.2. 开头");
        assertThat(open("/certificates/" + NEVER_ISSUED + "%22%3E%3Cb%3E").body())
                .doesNotContain("\"><b>");
    }

    @Test
    void asksForANumber() throws Exception {
        assertThat(open("/certificates").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = open("/certificates?number=%20" + NEVER_ISSUED + "%20");

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith("/certificates/" + NEVER_ISSUED));
    }

    @Test
    void knowsItsOwnFilesFromOthers() throws Exception {
        Issued issued = SomeCertificate.issue(bean(Certificates.class), bean(TransactionTemplate.class));
        byte[] changed = issued.pdf().clone();
        changed[changed.length / 2] ^= 1;

        assertThat(compare(issued.identifier(), issued.pdf()).body()).contains("这就是签发的 PDF 文件");
        assertThat(compare(issued.identifier(), issued.ofd()).body()).contains("这就是签发的 OFD 文件");
        assertThat(compare(issued.identifier(), changed).body()).contains("不一致");
        assertThat(compare(issued.identifier(), new byte[0]).body()).contains("不一致");
        assertThat(compare(NEVER_ISSUED, issued.pdf()).statusCode()).isEqualTo(404);
    }

    @Test
    void readsNoFileToItsEndThatCannotBeOne() throws Exception {
        Issued issued = SomeCertificate.issue(bean(Certificates.class), bean(TransactionTemplate.class));

        assertThat(compare(issued.identifier(), new byte[Likeness.MOST_BYTES + 1])
                        .body())
                .contains("文件超过 5 MiB");
        assertThat(compare(issued.identifier(), new byte[Likeness.MOST_BYTES]).body())
                .contains("不一致");
    }

    @Test
    void speaksEnglishWhenAskedTo() throws Exception {
        Issued issued = SomeCertificate.issue(bean(Certificates.class), bean(TransactionTemplate.class));
        open("/language?to=en");

        assertThat(open("/certificates/" + issued.identifier()).body())
                .contains("Genuine and in force", "Filing certificate", "SM3 of the OFD file");
    }

    private HttpResponse<String> open(String path) throws Exception {
        return send(HttpRequest.newBuilder(gateway().resolve(path)));
    }

    private HttpResponse<String> compare(String identifier, byte[] file) throws Exception {
        URI there = gateway().resolve("/certificates/" + identifier + "/file");
        return send(HttpRequest.newBuilder(there)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
    }
}
