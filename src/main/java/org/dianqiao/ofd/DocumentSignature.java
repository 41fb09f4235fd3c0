package org.dianqiao.ofd;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.trust.Sm3;

/** One signature in a document (GB/T 33190-2016, clause 18): a list of files with their digests, and a seal over that list. */
record DocumentSignature(String path, boolean sealed, byte[] bytes, Element said) {

    private static final String SM3 = "1.2.156.10197.1.401";
    private static final Set<String> SM2_WITH_SM3 = Set.of("1.2.156.10197.1.501", "1.2.156.10197.1.301.1");

    /** @param type a seal, or a signature without one */
    static DocumentSignature read(Archive archive, String path, String type) throws IOException {
        byte[] bytes = archive.small(path);
        return new DocumentSignature(path, !type.equalsIgnoreCase("Sign"), bytes, Element.read(bytes, path));
    }

    /** The files that it vouches for. */
    List<String> files() {
        return references().all("Reference").map(this::file).toList();
    }

    private String file(Element reference) {
        return Place.of(reference.attribute("FileRef"), path);
    }

    String valuePath() {
        return Place.of(said.child("SignedValue").text(), path);
    }

    /** The seal that stands beside it. */
    Optional<String> sealPath() {
        return info().one("Seal").flatMap(seal -> seal.one("BaseLoc")).map(location -> Place.of(location.text(), path));
    }

    byte[] digest() {
        return Sm3.of(bytes);
    }

    /** Unsound where it is signed in a way that we do not read. */
    void requireKnown() {
        boolean known = sealed
                && references().attribute("CheckMethod").equals(SM3)
                && SM2_WITH_SM3.contains(info().child("SignatureMethod").text());
        if (!known) {
            throw Unsound.unknown("it is signed without a seal, or not with SM2 and SM3");
        }
    }

    /** Unsound where a file is another than the one that was signed. */
    void requireFiles(Archive archive) {
        if (Set.copyOf(files()).size() < files().size()) {
            throw Unsound.notOfd("its list of files names one twice");
        }
        references().all("Reference").forEach(reference -> {
            byte[] found = archive.digests().get(file(reference));
            if (found == null || !Arrays.equals(found, digest(reference))) {
                throw Unsound.tampered(file(reference) + " is not the one that was sealed");
            }
        });
    }

    private static byte[] digest(Element reference) {
        try {
            return Base64.getDecoder().decode(reference.child("CheckValue").text());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private Element info() {
        return said.child("SignedInfo");
    }

    private Element references() {
        return info().child("References");
    }
}
