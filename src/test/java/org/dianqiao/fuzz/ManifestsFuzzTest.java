package org.dianqiao.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Manifests;

class ManifestsFuzzTest {

    /** What was read can be written, and what was written reads the same again. */
    @FuzzTest(maxDuration = "10s")
    void readsAManifestOrSaysWhyNot(byte[] bytes) {
        Manifest manifest;
        try {
            manifest = Manifests.read(bytes);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return;
        }
        byte[] written = manifest.toBytes();
        if (written.length <= 16 << 10) {
            assertThat(Manifests.read(written)).isEqualTo(manifest);
        }
    }
}
