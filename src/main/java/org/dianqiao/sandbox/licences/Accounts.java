package org.dianqiao.sandbox.licences;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.dianqiao.sandbox.licences.Account.Secrecy;

/** Three accounts with one token: in clear, with `data` encrypted, with `data.certData` encrypted. */
record Accounts(List<Account> all) {

    static Accounts of(String token, ECPublicKeyParameters callersKey) {
        Set<Kind> kinds = EnumSet.complementOf(EnumSet.of(Kind.SPECIAL_WORKS));
        return new Accounts(List.of(
                new Account("dianqiao", token, kinds, Secrecy.NONE, null),
                new Account("dianqiao-data", token, kinds, Secrecy.DATA, callersKey),
                new Account("dianqiao-cert-data", token, kinds, Secrecy.CERT_DATA, callersKey)));
    }

    Account require(String id, String token) {
        return all.stream()
                .filter(account -> account.id().equals(id) && account.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new Denied(Status.UNKNOWN_CALLER));
    }
}
