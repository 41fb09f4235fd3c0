package org.dianqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.codes.Region;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Spool;
import org.dianqiao.ledger.KeptTrust;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Kind;
import org.dianqiao.partner.Partner.Name;
import org.dianqiao.partner.Partner.Rate;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A case, or a time: all of it that concerns the one who asks, each entry in a bundle of its own. */
class EvidenceOfManyEntriesTest extends WithEvidence {

    private final String code = Plots.freshCode();

    @Test
    void holdsWhatWasSaidInACaseInTheOrderOfTime() {
        List<String> entries = played();
        assertThat(names(bundle(BUREAU, ofCase(code)))).isEqualTo(zips(entries));
    }

    @Test
    void leavesOutWhatDoesNotConcernTheOneWhoAsks() {
        List<String> entries = played();
        assertThat(names(bundle(PLATFORM, ofCase(code)))).isEqualTo(zips(entries.subList(0, 2)));
        assertThat(names(bundle(GRID, ofCase(code)))).isEqualTo(zips(entries.subList(2, 3)));
    }

    @Test
    void doesNotSayWhetherThereIsACaseOfOthers() {
        played();
        Parcel curious = asking(HEAT, ofCase(code)).sealed();
        Parcel guess = asking(HEAT, ofCase(Plots.freshCode())).sealed();
        Reply refusal = post(curious);
        assertRefused(refusal, curious, 403, "not-permitted");
        assertThat(refusal.json()).isEqualTo(post(guess).json());
    }

    @Test
    void holdsTheVeryBundleOfEachEntry() {
        String entry = played().get(0);
        await().untilAsserted(() -> {
            Unpacked all = Unpacked.of(bundle(BUREAU, ofCase(code)).body());
            assertSame(all.bytes(entry + ".zip"), bundle(BUREAU, of(entry)).body());
        });
    }

    @Test
    void holdsWhatWasSaidInATimeFromItsFirstMomentUntilBeforeItsLast() {
        Instant from = at(accepted(post(drill())));
        Reply second = accepted(post(drill()));
        Instant until = at(accepted(post(drill())));
        List<String> names = names(bundle(PLATFORM, between(from, until)));
        assertThat(names).hasSize(2).endsWith(entryOf(second) + ".zip");
        assertThat(names(bundle(PLATFORM, between(from, until.plusNanos(1000)))))
                .hasSize(3);
        assertThat(names(bundle(BUREAU, between(from, until)))).containsAll(names);
    }

    @Test
    void findsItsOwnAmongMany() {
        Instant from = at(accepted(post(drill())));
        post(asking(HEAT, of("0")));
        Instant until = CLOCK.instant().plusSeconds(3600);
        assertThat(names(bundle(HEAT, between(from, until)))).hasSize(1);
    }

    @Test
    void refusesToMakeTooManyAtOnce() {
        played();
        Bundles few = bundles(2);
        try (Content two = few.ofCase(code, platform()).orElseThrow().content()) {
            assertThat(Unpacked.of(two.bytes()).contents()).hasSize(2);
        }
        assertThatThrownBy(() -> few.ofCase(code, null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.detail()).contains("超过 2 条"));
        assertThatThrownBy(() -> few.between(Instant.EPOCH, CLOCK.instant(), null))
                .isInstanceOf(Refused.class);
    }

    private static Partner platform() {
        return new Partner(
                PLATFORM,
                new Name("", ""),
                Kind.APPROVAL_PLATFORM,
                Region.of("410000"),
                null,
                null,
                null,
                Map.of(),
                Set.of(),
                new Rate(1, 1));
    }

    @Test
    void areMadeForWhoeverMaySeeEverything() {
        List<String> entries = played();
        try (Content bundle = bean(Bundles.class).ofCase(code).orElseThrow().content()) {
            assertThat(Unpacked.of(bundle.bytes()).contents()).isEqualTo(zips(entries));
        }
        assertThat(bean(Bundles.class).ofCase(Plots.freshCode())).isEmpty();
    }

    /** A project is coded, something else is refused, and the grid is told. */
    private List<String> played() {
        List<String> entries = new ArrayList<>();
        entries.add(entryOf(accepted(
                post(event(PLATFORM, "project.code-assigned", Plots.coded(code)).put("case", code)))));
        String told = entryWhere("direction = 'out' AND case_id = ?", code);
        entries.add(
                entryOf(post(event(PLATFORM, "lead.answered", Plots.object()).put("case", code))));
        entries.add(told);
        return entries;
    }

    private static Bundles bundles(int most) {
        return new Bundles(
                bean(EvidenceStore.class),
                bean(Inclusions.class),
                bean(Signers.class),
                bean(KeptTrust.class),
                bean(KeptPartStore.class),
                bean(Spool.class),
                new EvidenceSettings(most, DataSize.ofMegabytes(1)));
    }

    private static List<String> names(Reply bundle) {
        Unpacked all = Unpacked.of(bundle.body());
        all.files().values().forEach(WithEvidence::checked);
        return List.copyOf(all.files().keySet());
    }

    private static List<String> zips(List<String> entries) {
        return entries.stream().sorted().map(entry -> entry + ".zip").toList();
    }

    private static ObjectNode ofCase(String caseId) {
        return Plots.object().put("case", caseId);
    }

    private static ObjectNode between(Instant from, Instant until) {
        return Plots.object().put("from", from.toString()).put("to", until.toString());
    }

    private static Instant at(Reply receipt) {
        return Instant.parse(receipt.json().path("accepted").asText());
    }
}
