package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.dianqiao.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * By what an application is recognised when it is made again: applicant, site and capacity, under a key, for identity
 * numbers are few enough to be guessed from a bare digest.
 */
@Component
class Fingerprints {

    private static final String PLACE = "fingerprint key";
    private static final int LENGTH = 32;

    private final byte[] key;

    Fingerprints(FingerprintStore store, Vault vault) {
        if (store.key().isEmpty()) {
            byte[] fresh = new byte[LENGTH];
            new SecureRandom().nextBytes(fresh);
            store.offer(vault.lock(fresh, PLACE));
        }
        this.key = vault.unlock(store.key().orElseThrow(), PLACE);
    }

    /** How blanks, letters and zeros are written makes no other application of it. */
    byte[] of(JsonNode application) {
        JsonNode site = application.path("site");
        String place = site.has("unitNo")
                ? site.path("unitNo").asText()
                : site.path("regionCode").asText() + " " + site.path("address").asText();
        String capacity = application
                .path("capacityKw")
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
        return mac(String.join("\n", plain(application.at("/applicant/idNo").asText()), plain(place), capacity));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private byte[] mac(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(bytes, 0, bytes.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}
