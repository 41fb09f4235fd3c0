package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.dianqiao.certificate.Certificates;
import org.dianqiao.certificate.Issued;
import org.dianqiao.certificate.SomeCertificate;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The page that verifies a certificate, as people use it. */
class CertificatePageIsUsableTest extends WithBrowser {

    private final Issued issued = SomeCertificate.issue(bean(Certificates.class), bean(TransactionTemplate.class));

    @Test
    void comparesAFileThatIsChosen() {
        page.navigate("/certificates/" + issued.identifier());

        choose("certificate.ofd", issued.ofd());
        assertThat(page.locator("#likeness")).containsText("这就是签发的 OFD 文件");
        choose("another.pdf", new byte[] {1});
        assertThat(page.locator("#likeness")).containsText("不一致");
        choose("large.pdf", new byte[(5 << 20) + 1]);
        assertThat(page.locator("#likeness")).containsText("超过 5 MiB");
    }

    @Test
    void findsACertificateByItsNumber() {
        page.navigate("/certificates");
        page.getByLabel("证照标识").fill(issued.identifier());
        button("查验").click();

        assertThat(page.locator(".notice.good")).containsText("真实，有效");
    }

    @Test
    void fitsASmallScreen() {
        page.setViewportSize(390, 844);

        for (String path : List.of("/certificates", "/certificates/" + issued.identifier())) {
            page.navigate(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(390);
        }
    }

    private void choose(String name, byte[] bytes) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
    }
}
