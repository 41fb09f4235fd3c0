package org.dianqiao.ofd;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.dianqiao.ofd.Opinion.Seal;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Trust;

/** Looks at a signature of a document: first whether it holds, then whether whose it is may be believed. */
record SealLook(Archive archive, Trust trust, Instant now) {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    Opinion at(DocumentSignature signature) throws IOException {
        try {
            signature.requireKnown();
            signature.requireFiles(archive);
            byte[] der = archive.small(signature.valuePath());
            SealedValue value = SealedValue.of(der);
            requireHolds(signature, value);
            return opinion(value, seal(signature, value));
        } catch (IllegalArgumentException e) {
            throw Unsound.tampered("its signature: " + e.getMessage());
        }
    }

    private static void requireHolds(DocumentSignature signature, SealedValue value) {
        if (!Arrays.equals(value.digest(), signature.digest())) {
            throw Unsound.tampered("its list of files is not the one that was sealed");
        }
        if (!value.isSigned()) {
            throw Unsound.tampered("its signature does not hold");
        }
    }

    private ElectronicSeal seal(DocumentSignature signature, SealedValue value) throws IOException {
        byte[] der = ElectronicSeal.encoded(value.seal());
        Optional<String> beside = signature.sealPath();
        if (beside.isPresent() && !Arrays.equals(archive.small(beside.get()), der)) {
            throw Unsound.tampered("the seal beside the signature is not the one in it");
        }
        ElectronicSeal seal = read(der);
        if (!seal.isSignedByItsMaker()) {
            throw Unsound.tampered("its seal is not as its maker made it");
        }
        return seal;
    }

    private static ElectronicSeal read(byte[] der) {
        try {
            return ElectronicSeal.of(der);
        } catch (IllegalArgumentException e) {
            throw Unsound.unknown("its seal: " + e.getMessage());
        }
    }

    private Opinion opinion(SealedValue value, ElectronicSeal seal) {
        if (!seal.lists(value.signer())) {
            return untrusted("who sealed is not on the seal's list: " + value.signer());
        }
        if (!seal.isValidAt(value.at()) || value.at().isAfter(now.plus(CLOCKS_DIFFER))) {
            return untrusted(
                    "it was sealed at " + value.at() + ", when the seal was not valid, or which is yet to come");
        }
        return objection(value.signer(), value.at())
                .or(() -> objection(seal.maker(), value.at()))
                .map(SealLook::untrusted)
                .orElse(Opinion.VALID);
    }

    private Optional<String> objection(Sm2Certificate certificate, Instant at) {
        return trust.objection(certificate, at);
    }

    private static Opinion untrusted(String why) {
        return new Opinion(Seal.UNTRUSTED, why);
    }
}
