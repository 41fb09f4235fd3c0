package org.dianqiao.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Manifests;
import org.dianqiao.exchange.Part;
import org.dianqiao.ledger.Signed;

/** What the gateway writes the verifier reads as it was meant; what is a character off it does not. */
class CodecPropertiesTest {

    private static final byte[] SIGNATURE = {1, 2, 3};

    @Property(tries = 300)
    void readsTheManifestsOfTheGateway(
            @ForAll("ids") String id,
            @ForAll("partNames") Set<String> names,
            @ForAll @LongRange(min = 0, max = 1L << 50) long length,
            @ForAll @LongRange(min = 0, max = 253_402_300_799_999L) long millis) {
        List<Part> parts = names.stream()
                .map(name -> new Part(name, "application/json", length, Sm3.hex(name.getBytes(UTF_8)), false))
                .toList();
        var written = new org.dianqiao.exchange.Manifest(
                id,
                Kind.EVENT,
                "lead.lookup",
                "grid.henan",
                null,
                Instant.ofEpochMilli(millis),
                null,
                null,
                null,
                null,
                parts);

        Manifest read = Manifest.of(written.toBytes());

        assertThat(Manifests.read(written.toBytes())).isEqualTo(written);
        assertThat(read.id()).isEqualTo(id);
        assertThat(read.parts()).extracting(Manifest.Part::name).containsExactlyElementsOf(names);
        assertThat(read.parts()).allMatch(part -> part.length().longValue() == length);
    }

    @Property(tries = 300)
    void readsTheEntriesOfTheGateway(
            @ForAll("ids") String messageId,
            @ForAll boolean in,
            @ForAll boolean answered,
            @ForAll @LongRange(min = 0, max = 253_402_300_799L) long seconds,
            @ForAll @IntRange(max = 999_999) int micros) {
        Instant at = Instant.ofEpochSecond(seconds, micros * 1_000L);
        var written = entry(messageId, at, in, answered);

        Entry read = Entry.of(written.text().getBytes(UTF_8));

        assertThat(read.at()).isEqualTo(at);
        assertThat(read.messageId()).isEqualTo(messageId);
        assertThat(read.in()).isEqualTo(in);
        assertThat(read.answered()).isEqualTo(answered);
        assertThat(read.signature()).isEqualTo(Sm3.hex(SIGNATURE));
    }

    @Property(tries = 300)
    void readsNoEntryWithSomethingPutIn(@ForAll @IntRange(max = 400) int place, @ForAll("strangers") char stranger) {
        String text = entry("first-1", Story.MORNING, true, true).text();
        int at = place % text.length();
        String changed = text.substring(0, at) + stranger + text.substring(at);

        assertThatThrownBy(() -> Entry.of(changed.getBytes(UTF_8))).isInstanceOf(Malformed.class);
    }

    @Property(tries = 500)
    void makesEveryTextHarmless(@ForAll @NotBlank @StringLength(max = 400) String text) {
        assertThat(Wording.harmless(text)).hasSizeLessThanOrEqualTo(201).doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars("._-")
                .ofMinLength(1)
                .ofMaxLength(64);
    }

    @Provide
    Arbitrary<Set<String>> partNames() {
        return Arbitraries.strings()
                .withCharRange('\u4e00', '\u9fff')
                .alpha()
                .withChars(" .-()")
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(name -> !name.isBlank())
                .set()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Character> strangers() {
        return Arbitraries.of(
                Stream.of('\r', '\t', '\n', ' ', '\u0000', '质', '"').toList());
    }

    private static org.dianqiao.ledger.Entry entry(String messageId, Instant at, boolean in, boolean answered) {
        Signed message = new Signed("{}".getBytes(UTF_8), SIGNATURE);
        return new org.dianqiao.ledger.Entry(
                Story.ENTRY_ID,
                at,
                in ? org.dianqiao.ledger.Entry.Direction.IN : org.dianqiao.ledger.Entry.Direction.OUT,
                "approval.henan",
                messageId,
                "event",
                "project.code-assigned",
                "accepted",
                null,
                Story.ENTRY_ID,
                message,
                answered ? message : null,
                null);
    }
}
