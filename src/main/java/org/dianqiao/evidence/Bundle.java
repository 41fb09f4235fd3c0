package org.dianqiao.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.KeptPartStore.Role;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.exchange.Part;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.KeptTrust.Shown;
import org.dianqiao.ledger.Signed;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Sm3;
import org.jspecify.annotations.Nullable;

/**
 * All that proves one entry to somebody who has nothing of ours but it, in the protocol's order (wire section 8).
 *
 * @param readable whether the words of the answer are for whoever gets it; its digests are for everybody
 */
record Bundle(Evidence evidence, Inclusion inclusion, Shown shown, boolean readable) {

    static final String TYPE = "application/vnd.dqx.evidence+zip";

    private static final String SERVICE = "ledger.evidence";

    /** Names that a manifest may give to a part, and that no folder has room for. */
    private static final Set<String> NO_FILES = Set.of(".", "..");

    void write(KeptPartStore parts, OutputStream out) throws IOException {
        try (PlainZip zip = new PlainZip(out)) {
            zip.mimetype(TYPE);
            message(parts, zip);
            answer(parts, zip);
            put("origin", evidence.origin(), zip);
            ledger(zip);
            trust(zip);
            zip.finish();
        }
    }

    private void message(KeptPartStore parts, PlainZip zip) throws IOException {
        Entry entry = evidence.entry();
        put("message", entry.message(), zip);
        List<Part> named = parts(entry.message());
        for (int i = 0; i < named.size(); i++) {
            Optional<Content> kept = parts.find(entry.partsOf(), Role.MESSAGE, i, named.get(i));
            if (kept.isPresent() && !NO_FILES.contains(named.get(i).name())) {
                zip.put("message/parts/" + named.get(i).name(), kept.get().open());
            }
        }
    }

    private void answer(KeptPartStore parts, PlainZip zip) throws IOException {
        Signed answer = evidence.entry().answer();
        put("answer", answer, zip);
        List<Part> named = answer == null || !readable ? List.of() : parts(answer);
        for (int i = 0; i < named.size(); i++) {
            Optional<Content> kept = i == 0 ? body(named.get(0), parts) : said(i, named.get(i), parts);
            if (kept.isPresent() && !NO_FILES.contains(named.get(i).name())) {
                zip.put(
                        i == 0 ? "answer/body" : "answer/parts/" + named.get(i).name(),
                        kept.get().open());
            }
        }
    }

    /**
     * A provider's reply to our question is kept as our reply to the question that it came from. A bundle that we gave
     * can be made anew, and with each in the next they would only grow.
     */
    private Optional<Content> body(Part named, KeptPartStore parts) {
        Entry entry = evidence.entry();
        byte[] kept = entry.answerBody();
        if (kept != null) {
            return Optional.of(Content.of(kept));
        }
        return entry.service().equals(SERVICE) ? Optional.empty() : said(0, named, parts);
    }

    private Optional<Content> said(int ordinal, Part named, KeptPartStore parts) {
        return parts.find(evidence.entry().partsOf(), Role.ANSWER, ordinal, named);
    }

    private void ledger(PlainZip zip) throws IOException {
        zip.put("ledger/entry.txt", evidence.entry().text().getBytes(StandardCharsets.UTF_8));
        zip.put("ledger/inclusion.json", inclusion.proofJson());
        zip.put("ledger/head.json", inclusion.headJson());
        String timestamp = inclusion.head().timestamp();
        if (timestamp != null) {
            zip.put("ledger/head.tst", Base64.getDecoder().decode(timestamp));
        }
    }

    private static void put(String folder, @Nullable Signed signed, PlainZip zip) throws IOException {
        if (signed != null) {
            zip.put(folder + "/manifest.json", signed.manifest());
            zip.put(folder + "/signature.p7s", signed.signature());
        }
    }

    private static List<Part> parts(Signed signed) {
        return Manifests.read(signed.manifest()).parts();
    }

    private void trust(PlainZip zip) throws IOException {
        for (byte[] certificate : shown.certificates()) {
            String pem = Sm2Certificate.of(certificate).pem();
            zip.put("trust/certificates/" + digest(certificate) + ".pem", pem.getBytes(StandardCharsets.US_ASCII));
        }
        for (byte[] list : shown.lists()) {
            zip.put("trust/revocation/" + digest(list) + ".crl", list);
        }
    }

    private static String digest(byte[] bytes) {
        return Sm3.hex(Sm3.of(bytes));
    }
}
