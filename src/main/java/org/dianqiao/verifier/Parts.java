package org.dianqiao.verifier;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts that were signed, held against those that are there, and a count of both. */
final class Parts {

    private final Findings findings;
    private int signed;
    private int there;

    Parts(Findings findings) {
        this.findings = findings;
    }

    void check(Bundle bundle, Optional<Manifest> message, Optional<Manifest> answer) {
        List<Manifest.Part> said = answer.map(Manifest::parts).orElse(List.of());
        Set<String> names = new HashSet<>();
        message.map(Manifest::parts).orElse(List.of()).forEach(part -> check(Layout.PARTS, part, bundle, names));
        said.stream().skip(1).forEach(part -> check(Layout.FURTHER, part, bundle, names));
        bundle.parts().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> findings.add(Flaw.UNDECLARED, name));
        checkBody(bundle.body(), said);
    }

    private void check(String folder, Manifest.Part part, Bundle bundle, Set<String> names) {
        String name = folder + part.name();
        names.add(name);
        check(name, part, bundle.parts().get(name));
    }

    private void checkBody(@Nullable Intake body, List<Manifest.Part> parts) {
        parts.stream().limit(1).forEach(part -> check(Layout.BODY, part, body));
        if (body != null && parts.isEmpty()) {
            findings.add(Flaw.UNDECLARED, Layout.BODY);
        }
    }

    private void check(String name, Manifest.Part part, @Nullable Intake found) {
        signed++;
        if (found == null) {
            findings.remark(Remark.ABSENT, name);
            return;
        }
        there++;
        if (!part.sm3().equals(found.sm3())) {
            findings.add(Flaw.WRONG_DIGEST, name);
        }
        if (part.length().bitLength() >= Long.SIZE || part.length().longValue() != found.length()) {
            findings.add(Flaw.WRONG_LENGTH, name);
        }
    }

    int signed() {
        return signed;
    }

    int there() {
        return there;
    }
}
