package org.dianqiao.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dianqiao.exchange.ExchangeStore.Earlier;
import org.dianqiao.trust.Sm3;
import org.springframework.stereotype.Component;

/** What a message gets whose id was accepted before: the first answer again, byte for byte, or a conflict. */
@Component
public class Repeats {

    private final ExchangeStore store;

    public Repeats(ExchangeStore store) {
        this.store = store;
    }

    /** Absent: this id was never accepted from this sender. A repeat is judged by its manifest alone. */
    Optional<Answer> answer(Opened opened) {
        return store.earlier(opened.sender().id(), opened.manifest().id()).map(earlier -> answer(opened, earlier));
    }

    private static Answer answer(Opened opened, Earlier earlier) {
        if (!Arrays.equals(earlier.manifestSm3(), Sm3.of(opened.signed().manifest()))) {
            throw new Refused(Code.ID_CONFLICT, "此 id 先前已用于另一份内容并被受理；新的内容请用新的 id。");
        }
        List<Part> parts = Manifests.read(earlier.answerManifest()).parts();
        byte[] body = earlier.body();
        if (body == null && !parts.isEmpty()) {
            throw new Refused(Code.ERASED, "该查询的答复已超过保存期限并被删除；如仍需要，请用新的 id 重新查询。");
        }
        String type = parts.isEmpty() ? "application/json" : parts.get(0).type();
        Answer again = Answer.signed(
                200, ExchangeStore.answer(earlier), earlier.entry(), type, body == null ? new byte[0] : body);
        return earlier.originManifest() == null || earlier.originSignature() == null
                ? again
                : again.withOrigin(new org.dianqiao.ledger.Signed(earlier.originManifest(), earlier.originSignature()));
    }
}
