package org.dianqiao.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dianqiao.exchange.ExchangeStore.Earlier;
import org.dianqiao.exchange.KeptPartStore.Role;
import org.dianqiao.ledger.Signed;
import org.dianqiao.trust.Sm3;
import org.springframework.stereotype.Component;

/** What a message gets whose id was accepted before: the first answer again, byte for byte, or a conflict. */
@Component
public class Repeats {

    private final ExchangeStore store;
    private final KeptPartStore parts;

    public Repeats(ExchangeStore store, KeptPartStore parts) {
        this.store = store;
        this.parts = parts;
    }

    /** Absent: this id was never accepted from this sender. A repeat is judged by its manifest alone. */
    Optional<Answer> answer(Opened opened) {
        return store.earlier(opened.sender().id(), opened.manifest().id()).map(earlier -> answer(opened, earlier));
    }

    /** What we attest has its id from its content: the same id is the same words, whenever they were written down. */
    private Answer answer(Opened opened, Earlier earlier) {
        if (opened.attested() == null
                && !Arrays.equals(earlier.manifestSm3(), Sm3.of(opened.signed().manifest()))) {
            throw new Refused(Code.ID_CONFLICT, "此 id 先前已用于另一份内容并被受理；新的内容请用新的 id。");
        }
        Manifest manifest = Manifests.read(earlier.answerManifest());
        Said body = said(earlier, manifest.parts());
        Answer again = Answer.signed(
                200, ExchangeStore.answer(earlier), earlier.entry(), body, further(earlier.entry(), manifest.parts()));
        return earlier.originManifest() == null || earlier.originSignature() == null || manifest.attested() != null
                ? again
                : again.withOrigin(new Signed(earlier.originManifest(), earlier.originSignature()));
    }

    private Said said(Earlier earlier, List<Part> said) {
        if (said.isEmpty()) {
            return Said.of("application/json", new byte[0]);
        }
        Part body = said.get(0);
        byte[] receipt = earlier.body();
        return receipt != null ? new Said(body, Content.of(receipt)) : new Said(body, reply(earlier.entry(), 0, body));
    }

    private List<Said> further(String entry, List<Part> said) {
        return IntStream.range(1, said.size())
                .mapToObj(i -> new Said(said.get(i), reply(entry, i, said.get(i))))
                .toList();
    }

    private Content reply(String entry, int ordinal, Part part) {
        return parts.find(entry, Role.ANSWER, ordinal, part)
                .orElseThrow(() -> new Refused(Code.ERASED, "该查询的答复已超过保存期限并被删除；如仍需要，请用新的 id 重新查询。"));
    }
}
