package org.dianqiao.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dianqiao.WithGateway;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadlines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class BoardIsSoughtTest extends WithGateway {

    private final Casebook book =
            new Casebook(bean(Cases.class), bean(Deadlines.class), bean(TransactionTemplate.class));
    private final BoardStore store = bean(BoardStore.class);
    private final Casefile application = book.applied(CLOCK.instant());
    private final Casefile filing = book.filed(application.number(), CLOCK.instant());
    private final Casefile reservation = book.reserved(CLOCK.instant());

    @Test
    void byTheNumberOfTheCaseOfTheFilingOrOfTheApplicationOnWhichItHangs() {
        assertThat(found(new Sought(filing.caseNo(), null, null, null, null))).containsExactly(filing.caseNo());
        assertThat(found(new Sought(filing.number(), null, null, null, null))).containsExactly(filing.caseNo());
        assertThat(found(new Sought(application.number(), null, null, null, null)))
                .containsExactlyInAnyOrder(filing.caseNo(), application.caseNo());
        assertThat(found(new Sought("nobody's", null, null, null, null))).isEmpty();
    }

    @Test
    void byItsNumberAlsoWhenItIsClosed() {
        bean(Cases.class).save(filing.in("approved", false));

        assertThat(found(new Sought(filing.number(), null, null, null, null))).containsExactly(filing.caseNo());
        assertThat(found(sought(null, "permit", null, null))).doesNotContain(filing.caseNo());
    }

    @Test
    void andCountsOnlyWhatIsOpen() {
        bean(Cases.class).save(filing.in("approved", false));

        Sought both = new Sought(application.number(), null, null, null, null);
        assertThat(store.tallies(both).of(both)).isEqualTo(1);
    }

    @Test
    void byColourKindDivisionAndWhoOwes() {
        assertThat(found(sought("orange", null, null, null)))
                .contains(filing.caseNo())
                .doesNotContain(reservation.caseNo());
        assertThat(found(sought("calm", null, null, null))).doesNotContain(filing.caseNo());
        assertThat(found(sought(null, "reservation", null, null)))
                .contains(reservation.caseNo())
                .doesNotContain(filing.caseNo(), application.caseNo());
        assertThat(found(sought(null, null, null, "410100"))).contains(filing.caseNo(), application.caseNo());
        assertThat(found(sought(null, null, null, "100000"))).contains(filing.caseNo());
        assertThat(found(sought(null, null, null, "370000"))).doesNotContain(filing.caseNo());
        assertThat(found(sought(null, null, "traffic-police.zhengzhou", null)))
                .contains(filing.caseNo())
                .doesNotContain(application.caseNo());
        assertThat(found(sought(null, null, "planning.zhengzhou", null)))
                .as("has done what it owed")
                .doesNotContain(filing.caseNo());
    }

    @Test
    void inPagesThatLeaveNothingOutAndShowNothingTwice() {
        List<Standing> whole = store.page(sought(null, null, null, null), null, 10_000);
        List<Standing> pages = new ArrayList<>();
        List<Standing> page = store.page(sought(null, null, null, null), null, 2);
        while (!page.isEmpty() && pages.size() <= whole.size()) {
            pages.addAll(page);
            page = store.page(
                    sought(null, null, null, null), page.get(page.size() - 1).pageEnd(), 2);
        }

        assertThat(pages).isEqualTo(whole);
        assertThat(whole).extracting(Standing::rank).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void andCountedByColourAndKind() {
        Tallies tallies = store.tallies(sought("red", "permit", null, null));
        long permits = found(sought(null, "permit", null, null)).size();

        assertThat(tallies.of(sought(null, "permit", null, null))).isEqualTo(permits);
        assertThat(tallies.of("orange", "permit"))
                .isEqualTo(found(sought("orange", "permit", null, null)).size());
        assertThat(tallies.of(Casefile.Kind.RESERVATION, sought(null, "permit", null, null)))
                .isEqualTo(found(sought(null, "reservation", null, null)).size());
    }

    private static Sought sought(
            @Nullable String colour, @Nullable String kind, @Nullable String partner, @Nullable String region) {
        return new Sought(null, colour, kind, partner, region);
    }

    private List<String> found(Sought sought) {
        return store.page(sought, null, 10_000).stream().map(Standing::caseNo).toList();
    }
}
