package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.dianqiao.Parcel;
import org.dianqiao.Reply;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the national platform's SOAP proxy fails, nobody is told anything in its name either. */
class NationalProxyFailsTest extends AskingTheNationalPlatform {

    @Override
    String transport() {
        return "soap";
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TEXT_ERRORS", "GBK", "HUGE", "REDIRECT_METADATA", "REDIRECT_FILE", "WRONG_CHECK", "SWAPPED"})
    void whatItSaysWronglyIsNoAnswer(Fault fault) throws IOException {
        opened(Faults.of(fault));
        assertNotAnswered("provider-failed");
    }

    @Test
    void anAnswerThatDoesNotEndIsNotWaitedFor() throws IOException {
        opened(Faults.of(Fault.ENDLESS));
        assertNotAnswered("provider-failed", "provider-timeout");
    }

    @Test
    void anAnswerThatIsSlowIsNotWaitedFor() throws IOException {
        opened(Faults.none().slow(Duration.ofSeconds(8)));
        assertNotAnswered("provider-timeout");
    }

    /** XML has no quotes to lose. */
    @Test
    void numbersKeepTheirZeros() throws IOException {
        opened(Faults.of(Fault.LEADING_ZEROS));
        Reply reply = accepted(post(enterprise("91341002MA8P7T4H6E")));
        assertThat(reply.json().path("warnings")).hasToString("[\"abnormal-operation\"]");
    }

    private static void assertNotAnswered(String... codes) {
        Parcel question = enterprise(DEVELOPER).sealed();
        Reply reply = post(question);
        assertThat(List.of(codes)).contains(reply.code());
        assertThat(new String(reply.body())).doesNotContain("李卫东", "河南中原置业", "active");
        assertThat(outcome(REGULATOR)).isEqualTo("expired");
    }
}
