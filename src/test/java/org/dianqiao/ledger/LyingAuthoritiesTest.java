package org.dianqiao.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dianqiao.Patience.HANGS;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.dianqiao.ledger.StampAuthorities.Answer;
import org.dianqiao.trust.StampDraft;
import org.dianqiao.trust.TestAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing is taken for a stamp that is none, and nobody is waited for who does not answer: the next is asked. */
@Timeout(HANGS)
class LyingAuthoritiesTest extends WithStamps {

    private enum Lie {
        OTHER_NONCE("wrong nonce", draft -> draft.nonce(BigInteger.ONE)),
        OTHER_IMPRINT("different message imprint", draft -> draft.imprint(new byte[32])),
        OTHER_POLICY("TSA policy wrong", draft -> draft.policy("1.2.156.99.2")),
        OTHER_KEY("signature not created by certificate", draft -> draft.signedBy(ROOT.issueForStamps("可信时间戳"))),
        NO_CERTIFICATE("without the certificate", StampDraft::withoutCertificates),
        CLOCK_AHEAD("one of the two is wrong", draft -> draft.at(CLOCK.instant().plusSeconds(120))),
        CLOCK_BEHIND(
                "one of the two is wrong", draft -> draft.at(CLOCK.instant().minusSeconds(120)));

        private final String told;
        private final UnaryOperator<StampDraft> change;

        Lie(String told, UnaryOperator<StampDraft> change) {
            this.told = told;
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesNoLieAndAsksTheNext(Lie lie) {
        first.gives(question -> lie.change.apply(draft(question, KEY)).answer());
        assertTakenOver(lie.told);
    }

    @Test
    void takesNoStampOfAStrangerNorOfWhoMayNotStamp() {
        first.gives(question -> draft(question, TestAuthority.named("另一家").issueForStamps("可信时间戳"))
                .answer());
        assertTakenOver("no anchor vouches for");
        first.gives(question -> draft(question, ROOT.issue("grid.henan")).answer());
        assertTakenOver("ExtendedKeyUsage");
        first.gives(question -> draft(
                        question,
                        ROOT.draft("可信时间戳")
                                .valid(
                                        CLOCK.instant().minusSeconds(99),
                                        CLOCK.instant().minusSeconds(9))
                                .purposes(true, KeyPurposeId.id_kp_timeStamping)
                                .issue())
                .answer());
        assertTakenOver("not valid when time stamp created");
    }

    @Test
    void takesNothingElseForAStamp() {
        first.answers(500, new byte[0]);
        assertTakenOver("HTTP status 500");
        first.answers(200, "<html>".getBytes(UTF_8));
        assertTakenOver("not an answer to the question");
        first.answers(200, new byte[3 << 20]);
        assertTakenOver("larger than 65536 bytes");
        first.gives(question -> draft(question, KEY).refusal());
        assertTakenOver("refused, status 2: 今日不办理");
        first.redirects(second.url());
        assertTakenOver("HTTP status 307");
        assertThat(second.asked()).isEqualTo(5);
    }

    @Test
    void doesNotWaitForSilenceNorForDrops() {
        first.isSilent();
        assertTakenOver("no whole answer within 4 s");
        first.drips();
        assertTakenOver("no whole answer within 4 s");
        first.close();
        assertTakenOver("Connect");
    }

    private void assertTakenOver(String told) {
        append(node, 1);
        node.tick();
        Answer answer = stamping.stamp().orElseThrow();
        assertThat(answer.by()).isEqualTo(second.url());
        assertThat(answer.troubles())
                .singleElement()
                .asString()
                .startsWith(first.url() + ": ")
                .contains(told);
    }
}
