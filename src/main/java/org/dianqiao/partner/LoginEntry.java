package org.dianqiao.partner;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.dianqiao.files.Yaml;

/** Reads how we enter a partner's SFTP server. A server whose key is not known in advance is never believed. */
final class LoginEntry {

    /** The members of an endpoint that nobody else reads. */
    static final Set<String> MEMBERS = Set.of("key", "hostKeys");

    private LoginEntry() {}

    static void refuse(Yaml endpoint) {
        MEMBERS.stream()
                .map(endpoint::child)
                .filter(Yaml::present)
                .forEach(unused -> unused.fault("this is used with `transport: sftp` only"));
    }

    static Login read(Yaml at, SecretPlaces secrets) {
        at.text("account");
        String account = at.value("account", CredentialsEntry::name).orElse("");
        Secret password = at.value("secret", secrets::find).orElse(Secret.NONE);
        Secret key = at.value("key", secrets::key).orElse(Secret.NONE);
        if (at.maybe("secret").isPresent() == at.maybe("key").isPresent()) {
            at.fault("either a password (`secret`) or a private key (`key`) is needed to enter by SFTP");
        }
        List<String> hostKeys = at.values("hostKeys", LoginEntry::hostKey);
        if (at.list("hostKeys").isEmpty()) {
            at.fault("`hostKeys` is missing: how the server's key is asked for stands in src/docs/connectors.md");
        }
        return new Login(account, password, key, hostKeys);
    }

    private static String hostKey(String text) {
        String[] words = text.strip().split(" ", 3);
        if (words.length < 2 || !words[0].matches("[a-z0-9@.-]{1,64}")) {
            throw new IllegalArgumentException("a server's key is like \"ssh-ed25519 AAAA...\"");
        }
        Base64.getDecoder().decode(words[1]);
        return words[0] + " " + words[1];
    }
}
