package org.dianqiao.sandbox.licences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dianqiao.MovedClock;
import org.dianqiao.certificate.Ofdrw;
import org.dianqiao.certificate.SealedOfd;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of licences, looked at by two who do not know who made them. */
class LicenceFileTest {

    private static final String BIG = "1.2.156.3005.2.11100000000013338W087.11410100MB1T000768.2025042800003.001.W";

    @TempDir
    Path folder;

    private Licences licences;

    @BeforeEach
    void open() throws Exception {
        licences = Licences.open(folder, Faults.none(), new MovedClock());
    }

    @AfterEach
    void close() {
        licences.close();
    }

    @Test
    void areSealed() throws Exception {
        byte[] file = file(Licences.DEVELOPERS_LICENCE);
        SealedOfd ofd = new SealedOfd(file);
        assertThat(ofd.referencesHold()).isTrue();
        assertThat(ofd.signatureHolds()).isTrue();
        assertThat(ofd.sealHolds()).isTrue();
        assertThat(Ofdrw.fault(file, folder)).isEmpty();
    }

    @Test
    void sayWhatTheirCopyIsFor() throws Exception {
        SealedOfd ofd = new SealedOfd(file(Licences.DEVELOPERS_LICENCE));
        assertThat(new String(ofd.entries.get("Doc_0/Pages/Page_0/Content.xml"), UTF_8))
                .contains("河南中原置业有限公司", "加注件 2026-09-30：用电报装");
    }

    @Test
    void mayBeOfTwentyMegabytes() throws Exception {
        byte[] file = file(BIG);
        assertThat(file).hasSizeGreaterThan(20 << 20);
        assertThat(new SealedOfd(file).referencesHold()).isTrue();
    }

    private byte[] file(String identifier) throws Exception {
        return Plain.get(licences.link(identifier)).body();
    }
}
