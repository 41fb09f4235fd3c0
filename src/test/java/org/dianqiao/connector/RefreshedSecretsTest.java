package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dianqiao.exchange.Refused;
import org.dianqiao.partner.Credentials.Cipher;
import org.dianqiao.partner.Secret;
import org.junit.jupiter.api.Test;

/** The national platform's secrets: asked for with the app key, used by all nodes, replaced before they end. */
class RefreshedSecretsTest extends WithSecrets {

    private static final String SECOND = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String THIRD = "00112233445566778899aabbccddeeff";

    @Test
    void areAskedForWithTheAppKeyInHeadersAndBody() {
        platform.gives(FIRST, clock.instant().plus(HOUR));
        fresh();
        JsonNode asked = platform.asked().get(0);
        Map<String, String> said = new HashMap<>();
        asked.properties()
                .forEach(member -> said.put(member.getKey(), member.getValue().asText()));
        assertThat(Requester.says(Requester.national(), said).asks(clock.instant()))
                .isPresent();
        said.forEach((name, value) -> assertThat(platform.lastHeaders().entrySet())
                .anyMatch(header -> header.getKey().equalsIgnoreCase(name)
                        && header.getValue().equals(List.of(value))));
    }

    @Test
    void signWhateverIsAskedAfterwardsOnEveryNode() {
        platform.gives(FIRST, clock.instant().plus(HOUR));
        fresh();
        Requester caller = Requester.says(
                credentials().signingWith(new Secret(FIRST)),
                node(Cipher.ECB).signatures.sign(credentials()));
        assertThat(caller.asks(clock.instant())).isPresent();
        assertThat(platform.asked()).hasSize(1);
    }

    @Test
    void standSealedInTheDatabase() {
        platform.gives(FIRST, clock.instant().plus(HOUR));
        fresh();
        assertThat(database()
                        .sql("SELECT given_secret::text FROM given_secret")
                        .query(String.class)
                        .single())
                .contains(REQUESTER)
                .doesNotContain(FIRST)
                .doesNotContain(HexFormat.of().formatHex(FIRST.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void areReplacedInGoodTime() {
        Node node = given(FIRST, HOUR);
        platform.gives(SECOND, clock.instant().plus(HOUR.multipliedBy(2)));
        pass(node, Duration.ofMinutes(44));
        assertThat(node.secrets.inForce(credentials()).text()).isEqualTo(FIRST);
        pass(node, Duration.ofMinutes(1));
        assertThat(node.secrets.inForce(credentials()).text()).isEqualTo(SECOND);
    }

    @Test
    void letInWhatIsSignedWithTheFormerOneToItsOwnEnd() {
        Node node = given(FIRST, HOUR);
        platform.gives(SECOND, clock.instant().plus(HOUR.multipliedBy(2)));
        pass(node, Duration.ofMinutes(45));
        assertThat(node.secrets.inForce(credentials()).text()).isEqualTo(SECOND);
        assertThat(admitted(node, FIRST)).isEqualTo("let in");
        clock.pass(Duration.ofSeconds(1));
        assertThat(admitted(node, SECOND)).isEqualTo("let in");
        assertThat(admitted(node, THIRD)).startsWith("bad-signature");
        clock.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(admitted(node, FIRST)).startsWith("bad-signature");
        assertThat(admitted(node, SECOND)).isEqualTo("let in");
    }

    @Test
    void letInNothingThatIsSignedWithTheOneBeforeTheFormer() {
        Node node = given(FIRST, HOUR);
        platform.gives(SECOND, clock.instant().plus(HOUR));
        replaced(node);
        platform.gives(THIRD, clock.instant().plus(HOUR));
        replaced(node);
        assertThat(admitted(node, FIRST)).startsWith("bad-signature");
        assertThat(admitted(node, SECOND)).isEqualTo("let in");
    }

    @Test
    void areUsedToTheirEndWhileThePlatformGivesNoNewOne() {
        Node node = given(FIRST, HOUR);
        platform.answers(exchange -> exchange.sendResponseHeaders(500, -1));
        pass(node, Duration.ofMinutes(45));
        assertThat(node.secrets.inForce(credentials()).text()).isEqualTo(FIRST);
        assertThat(node.watch.alarms()).isEmpty();
        assertThat(node.watch.troubles()).singleElement().asString().contains(PLATFORM, "HTTP status 500");
        pass(node, Duration.ofMinutes(15));
        assertThatThrownBy(() -> node.signatures.sign(credentials()))
                .isInstanceOf(NoSecret.class)
                .hasMessage("no secret of " + REQUESTER + " at " + platform.address() + " is in force");
        assertThat(node.watch.troubles()).isEmpty();
        assertThat(node.watch.alarms())
                .containsExactly(
                        "the secret of national.henan ended at " + Requester.THEN.plus(HOUR) + ": HTTP status 500");
    }

    @Test
    void areThereAgainAsSoonAsThePlatformIs() {
        Node node = given(FIRST, HOUR);
        platform.answers(exchange -> exchange.sendResponseHeaders(500, -1));
        pass(node, Duration.ofHours(2));
        platform.gives(SECOND, clock.instant().plus(HOUR));
        pass(node, Duration.ofMinutes(1));
        assertThat(node.secrets.inForce(credentials()).text()).isEqualTo(SECOND);
        assertThat(node.watch.alarms()).isEmpty();
        assertThat(node.watch.troubles()).isEmpty();
    }

    @Test
    void areAskedForOnceAMinuteAtTheMost() {
        Node node = node(Cipher.ECB);
        for (int second = 0; second < 180; second += 5) {
            node.watch.refresh();
            node.signatures.secretIsOver(credentials());
            clock.pass(Duration.ofSeconds(5));
        }
        assertThat(platform.asked()).hasSize(3);
    }

    @Test
    void areAskedForWhenThePlatformSaysThatTheyAreOver() {
        Node node = given(FIRST, HOUR);
        platform.gives(SECOND, clock.instant().plus(HOUR));
        pass(node, Duration.ofMinutes(2));
        assertThat(node.secrets.inForce(credentials()).text()).isEqualTo(FIRST);
        node.signatures.secretIsOver(credentials());
        node.watch.refresh();
        assertThat(node.secrets.inForce(credentials()).text()).isEqualTo(SECOND);
        node.signatures.secretIsOver(credentials());
        node.watch.refresh();
        assertThat(platform.asked()).hasSize(2);
    }

    @Test
    void areAskedForByOneNodeAtATime() throws Exception {
        platform.gives(FIRST, clock.instant().plus(HOUR));
        List<Callable<Void>> nodes = IntStream.range(0, 6)
                .mapToObj(n -> node(Cipher.ECB))
                .map(node -> (Callable<Void>) () -> {
                    node.watch.refresh();
                    return null;
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            threads.invokeAll(nodes).forEach(RefreshedSecretsTest::ended);
        } finally {
            threads.shutdownNow();
        }
        assertThat(platform.asked()).hasSize(1);
    }

    /** Of a call of the platform itself. */
    private String admitted(Node node, String secret) {
        Map<String, String> headers =
                HeaderSignatures.signed(credentials().signingWith(new Secret(secret)), clock.instant());
        return Requester.told(catchThrowableOfType(
                Refused.class,
                () -> node.signatures.admit(
                        PLATFORM, credentials(), header -> Optional.ofNullable(headers.get(header)))));
    }

    private void replaced(Node node) {
        clock.pass(Duration.ofMinutes(2));
        node.signatures.secretIsOver(credentials());
        node.watch.refresh();
    }

    private Node given(String secret, Duration life) {
        platform.gives(secret, clock.instant().plus(life));
        return fresh();
    }

    private void pass(Node node, Duration time) {
        clock.pass(time);
        node.watch.refresh();
    }

    private static void ended(Future<Void> node) {
        try {
            node.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
