package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the headers of the national exchange platform must say. */
class NationalHeadersTest {

    private static final String REQUESTER = "gjgxjhpt_rid";
    private static final String TIME = "gjgxjhpt_rtime";
    private static final String SIGNATURE = "gjgxjhpt_sign";

    @Test
    void signsAsThePublishedExample() {
        assertThat(Requester.signing(Requester.national()).headers())
                .isEqualTo(Requester.publishedNational().headers());
    }

    @Test
    void letsInThePublishedExample() {
        assertThat(Requester.publishedNational().asks(Requester.THEN))
                .hasValueSatisfying(nonce -> assertThat(nonce.text()).isEqualTo("1793030400000"));
    }

    @Test
    void wantsWhatHasComeBeforeOnceMoreSignedAnew() {
        Refused repeated = new NationalHeaders().repeated();
        assertThat(repeated.code()).isEqualTo(Code.THROTTLED);
        assertThat(repeated.retryAfterSeconds()).isPositive();
    }

    @Test
    void asksEachServiceUnderItsNumber() {
        assertThat(Requester.signing(Requester.national().asking("face")).headers())
                .containsEntry("gjgxjhpt_sid", "s_4100000000000_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {REQUESTER, "gjgxjhpt_sid", TIME, SIGNATURE})
    void namesTheHeaderThatIsMissing(String header) {
        assertThat(Requester.publishedNational().without(header).refusal())
                .startsWith("bad-signature")
                .contains("缺少", header);
    }

    @ParameterizedTest
    @CsvSource({
        "gjgxjhpt_rid, 11111111-2222-3333-4444-555555555555@df-2",
        "gjgxjhpt_rid, 11111111-2222-3333-4444-555555555555",
        "gjgxjhpt_rid, 1@1@df-1",
        "gjgxjhpt_sid, s_4100000000000_2",
        "gjgxjhpt_rtime, 1793030400",
        "gjgxjhpt_rtime, 01793030400000",
        "gjgxjhpt_sign, 5QYWm5baGTdO8WpeChDocMZAaQqEFBTj9yjYd/KkNbM",
        "gjgxjhpt_sign, 5QYWm5baGTdO8WpeChDocMZAaQqEFBTj9yjYd/KkNbN=",
        "gjgxjhpt_sign, 5QYWm5baGTdO8WpeChDocMZAaQqEFBTj9yjYd_KkNbM="
    })
    void refusesWhatIsAnothersOrWrittenOtherwise(String header, String value) {
        assertThat(Requester.publishedNational().saying(header, value).refusal())
                .startsWith("bad-signature")
                .contains(header);
    }

    @ParameterizedTest
    @ValueSource(longs = {-180_000, 180_000})
    void letsInWithinTheWindow(long millis) {
        assertThat(Requester.publishedNational().asks(Requester.THEN.plusMillis(millis)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {-180_001, 180_001})
    void refusesBesideTheWindow(long millis) {
        assertThat(Requester.publishedNational().refusal(Requester.THEN.plusMillis(millis)))
                .startsWith("stale")
                .contains(TIME);
    }
}
