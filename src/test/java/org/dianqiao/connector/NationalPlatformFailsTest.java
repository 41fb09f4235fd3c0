package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Reply;
import org.dianqiao.partner.Credentials;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where the national platform fails, nobody is told anything in its name. */
@ExtendWith(OutputCaptureExtension.class)
class NationalPlatformFailsTest extends AskingTheNationalPlatform {

    private static final String NUMBER = "41010519900307123X";

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LEADING_ZEROS", "GBK", "HUGE", "REDIRECT_METADATA", "REDIRECT_FILE", "WRONG_CHECK", "SWAPPED"})
    void whatItSaysWronglyIsNoAnswer(Fault fault, CapturedOutput log) throws IOException {
        opened(Faults.of(fault));
        assertNotAnswered(enterprise(DEVELOPER), REGULATOR, 502, "provider-failed");
        assertThat(log.getAll()).doesNotContain(DEVELOPER, "河南中原置业有限公司", "李卫东");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LEADING_ZEROS", "GBK", "HUGE", "REDIRECT_METADATA", "REDIRECT_FILE", "WRONG_CHECK"})
    void whatItSaysWronglyOfAPersonIsNoAnswer(Fault fault, CapturedOutput log) throws IOException {
        opened(Faults.of(fault));
        assertNotAnswered(identity("李卫东", NUMBER, "FACE-LIWEIDONG-0001"), POLICE, 502, "provider-failed");
        assertThat(log.getAll()).doesNotContain(NUMBER, "李卫东", "FACE-");
    }

    @Test
    void anAnswerThatDoesNotEndIsNotWaitedFor() throws IOException {
        opened(Faults.of(Fault.ENDLESS));
        assertThat(List.of("provider-failed", "provider-timeout"))
                .contains(post(enterprise(DEVELOPER)).code());
        assertThat(outcome(REGULATOR)).isEqualTo("expired");
    }

    @Test
    void anAnswerThatIsSlowIsNotWaitedFor() throws IOException {
        opened(Faults.none().slow(Duration.ofSeconds(8)));
        assertNotAnswered(enterprise(DEVELOPER), REGULATOR, 504, "provider-timeout");
    }

    @Test
    void nobodyIsAskedWhileItGivesNoSecret() throws IOException {
        openedWithoutSecret(Faults.of(Fault.TIME_OUT_AFTER_SUCCESS));
        Parcel question = enterprise(DEVELOPER).sealed();
        Reply reply = post(question);
        assertRefused(reply, question, 502, "provider-failed");
        assertThat(reply.json().path("detail").asText()).contains("密钥");
    }

    @Test
    void aSecretThatIsLateIsWaitedFor() throws IOException {
        opened(Faults.of(Fault.LATE_SECRET));
        assertNotAnswered(enterprise(DEVELOPER), REGULATOR, 502, "provider-failed");
        await().until(() -> post(enterprise(DEVELOPER)).status() == 200);
    }

    /** Somebody has asked for a new one by hand, and ours is over before its time. */
    @Test
    void aSecretThatIsOverIsAskedForAnew() throws Exception {
        opened(Faults.none());
        accepted(post(enterprise(DEVELOPER)));
        aMinutePasses();
        takeAnotherSecret();
        nobodyHasAskedBefore();
        assertNotAnswered(enterprise(DEVELOPER), REGULATOR, 502, "provider-failed");
        await().until(() -> post(enterprise(DEVELOPER)).status() == 200);
        accepted(post(identity("李卫东", NUMBER)));
    }

    @Test
    void whatWeAttestedIsGivenAgainAsThat() throws IOException {
        opened(Faults.none());
        Reply first = accepted(post(enterprise(DEVELOPER)));
        closes();
        Reply again = accepted(post(enterprise(DEVELOPER)));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.manifest().path("attested")).isEqualTo(first.manifest().path("attested"));
        assertThat(again.manifest().at("/held/entry").asText()).isEqualTo(first.header("DQ-Entry"));
        assertThat(again.header("DQ-Origin-Manifest")).isNull();
        assertThat(outcome(REGULATOR)).isEqualTo("expired");
    }

    @Test
    void errorsInPlainTextAreNoAnswer() throws Exception {
        opened(Faults.of(Fault.TEXT_ERRORS));
        takeAnotherSecret();
        assertNotAnswered(enterprise(DEVELOPER), REGULATOR, 502, "provider-failed");
    }

    @Test
    void bothRegistersAreAskedWithOneSecret() throws IOException {
        opened(Faults.none());
        for (int i = 0; i < 3; i++) {
            bean(SecretWatch.class).refresh();
            accepted(post(enterprise(DEVELOPER)));
            accepted(post(identity("李卫东", NUMBER)));
        }
    }

    private void assertNotAnswered(Draft draft, String partner, int status, String code) {
        Parcel question = draft.sealed();
        Reply reply = post(question);
        assertRefused(reply, question, status, code);
        assertThat(new String(reply.body())).doesNotContain("李卫东", "河南中原置业", "match", "unknown");
        assertThat(outcome(partner)).isEqualTo("expired");
    }

    /** Since we last asked for a secret. */
    private static void aMinutePasses() {
        database()
                .sql("UPDATE given_secret SET asked_at = asked_at - interval '2 minutes'")
                .update();
    }

    private void takeAnotherSecret() throws Exception {
        Credentials known = bean(Addresses.class).credentials(REGULATOR);
        Map<String, String> headers =
                HeaderSignature.of(known.signature()).headers(known, CLOCK.instant(), UUID.randomUUID());
        List<String> flat = new ArrayList<>();
        headers.forEach((name, value) -> flat.addAll(List.of(name, value)));
        URI counter = URI.create(address() + "/sysapi/auth/refreshappsecret");
        assertThat(Plain.post(counter, "", flat.toArray(String[]::new)).statusCode())
                .isEqualTo(200);
    }
}
