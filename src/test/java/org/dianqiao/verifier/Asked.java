package org.dianqiao.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.trust.Sm2Certificate;

/** The verifier, asked about bytes. */
final class Asked {

    static final List<Certificate> ANCHORS = List.of(anchor(Story.ROOT.certificate()));

    /**
     * Whatever the bundle; in time of this thread and by what hashing takes on this machine, so that neither a busy
     * one nor a slow one counts.
     */
    private static final long LONGEST = 10 * hashing(new byte[(int) Allowance.FREE]);

    private Asked() {}

    static Opinion about(BundleDraft draft) {
        return about(draft.zip());
    }

    static Opinion about(byte[] bundle, HeldHead... held) {
        List<Opinion> all = all(bundle, held);
        return all.get(all.size() - 1);
    }

    static List<Opinion> all(byte[] bundle, HeldHead... held) {
        List<Opinion> opinions = new ArrayList<>();
        long begun = cpuTime();
        try {
            new Inspection("bundle.zip", ANCHORS, List.of(held), opinions::add).over(new ByteArrayInputStream(bundle));
            assertThat(cpuTime() - begun).isLessThan(LONGEST);
            return opinions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> codes(Opinion opinion) {
        return opinion.findings().stream().map(Note::code).toList();
    }

    static List<String> remarks(Opinion opinion) {
        return opinion.remarks().stream().map(Note::code).toList();
    }

    /** The verb, as the command line runs it. */
    record Ran(int code, String out, String err) {}

    static Ran run(byte[] in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Verify.run(
                args,
                new ByteArrayInputStream(in),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static long hashing(byte[] bytes) {
        long begun = cpuTime();
        Sm3.of(bytes);
        return cpuTime() - begun;
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Certificate anchor(Sm2Certificate certificate) {
        return Certificate.of(certificate.der());
    }
}
