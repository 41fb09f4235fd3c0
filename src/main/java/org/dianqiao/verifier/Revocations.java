package org.dianqiao.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the authorities have taken back, as far as the bundle's lists tell. */
record Revocations(List<RevocationList> lists) {

    private static final int MOST = 32;

    static Revocations of(Bundle bundle, Authorities authorities, Findings findings) {
        List<RevocationList> lists = new ArrayList<>();
        Collection<String> names = bundle.filesIn(Layout.LISTS);
        if (names.size() > MOST) {
            findings.add(Flaw.TOO_MANY_FILES, MOST);
            return new Revocations(lists);
        }
        for (String name : names) {
            try {
                lists.add(read(name, Objects.requireNonNull(bundle.file(name)), authorities));
            } catch (Malformed e) {
                findings.add(Flaw.BAD_LIST, name, e.why());
            }
        }
        return new Revocations(lists);
    }

    private static RevocationList read(String name, byte[] der, Authorities authorities) {
        Malformed.unless(Layout.mayBeNamed(name, der), "名称所载摘要与内容不符", "it is not what its name is the digest of");
        RevocationList list = RevocationList.of(der);
        boolean signed = authorities.named(list.issuer()).stream()
                .anyMatch(authority ->
                        authority.usage().signsLists() && list.signed().by(authority));
        Malformed.unless(signed, "不是由所信任的机构签发", "not signed by an authority that an anchor vouches for");
        return list;
    }

    /** Since when it is revoked, as the earliest list has it. */
    Optional<Instant> revoked(Certificate certificate) {
        return of(certificate).stream()
                .flatMap(list -> list.revoked(certificate).stream())
                .min(Instant::compareTo);
    }

    /** Whether anything is known about this moment. */
    boolean speakAbout(Certificate certificate, Instant at) {
        return of(certificate).stream().anyMatch(list -> list.speaksAbout(at));
    }

    private List<RevocationList> of(Certificate certificate) {
        return lists.stream()
                .filter(list -> Certificate.sameName(list.issuer(), certificate.issuer()))
                .toList();
    }
}
