package org.dianqiao.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Bytes of every kind as a bundle: there is an opinion on them, and never a good one by chance. */
class BundleFuzzTest {

    private static final List<Certificate> NOBODY = List.of();

    @FuzzTest(maxDuration = "10s")
    void hasAnOpinionOnAnyBytes(byte[] bytes) throws IOException {
        List<Opinion> opinions = new ArrayList<>();

        new Inspection("bundle.zip", NOBODY, List.of(), opinions::add).over(new ByteArrayInputStream(bytes));

        assertThat(opinions).isNotEmpty().allMatch(opinion -> opinion.verdict() == Verdict.INVALID);
    }
}
