package org.dianqiao.verifier;

import java.util.Optional;

/** A manifest with its signature, as one side wrote it: the message, the answer, or the origin of what was passed on. */
record Statement(String folder, byte[] manifestBytes, Manifest manifest, byte[] signatureBytes, SignedData signature) {

    static final String MESSAGE = "message";
    static final String ANSWER = "answer";
    static final String ORIGIN = "origin";

    static Optional<Statement> of(String folder, Papers.Reader papers) {
        Optional<byte[]> manifestBytes = papers.required(folder + "/manifest.json");
        Optional<byte[]> signatureBytes = papers.required(folder + "/signature.p7s");
        Optional<Manifest> manifest = papers.read(folder + "/manifest.json", Manifest::of);
        Optional<SignedData> signature = papers.signature(folder + "/signature.p7s");
        if (manifest.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Statement(
                folder, manifestBytes.orElseThrow(), manifest.get(), signatureBytes.orElseThrow(), signature.get()));
    }

    String sm3() {
        return Sm3.hex(manifestBytes);
    }
}
