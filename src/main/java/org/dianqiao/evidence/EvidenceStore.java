package org.dianqiao.evidence;

import static org.dianqiao.sql.Moments.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.EntryId;
import org.dianqiao.ledger.LedgerStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds entries and what belongs to them, for those whom they concern. */
@Repository
class EvidenceStore {

    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;
    private final LedgerStore ledger;

    EvidenceStore(JdbcClient jdbc, LedgerStore ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    Optional<Evidence> find(String id) {
        return ledger.find(id)
                .map(entry -> new Evidence(
                        entry, passedOn(entry).orElse(null), asked(entry).orElse(null)));
    }

    private Optional<Entry> passedOn(Entry entry) {
        return entry.partsOf().equals(entry.id()) ? Optional.empty() : ledger.find(entry.partsOf());
    }

    private Optional<Entry> asked(Entry entry) {
        return jdbc.sql("""
                SELECT asked_entry FROM accepted
                WHERE sender = ? AND message_id = ? AND entry = ? AND asked_entry IS NOT NULL
                """)
                .params(entry.partner(), entry.messageId(), entry.id())
                .query(String.class)
                .optional()
                .flatMap(ledger::find);
    }

    /** The first entries of a case. `partner`: only those that concern this one. */
    List<String> ofCase(String caseId, @Nullable String partner, int most) {
        return jdbc.sql("""
                SELECT e.id FROM ledger_entry e LEFT JOIN ledger_entry o ON o.id = e.parts_of
                WHERE e.case_id = :case AND (:partner::text IS NULL OR :partner IN (e.partner, o.partner))
                ORDER BY e.id LIMIT :most
                """)
                .param("case", caseId)
                .param("partner", partner)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** The first entries from one moment until before another. `partner`: only those that concern this one. */
    List<String> between(Instant from, Instant until, @Nullable String partner, int most) {
        List<String> found = new ArrayList<>();
        Page page = new Page(List.of(), EntryId.floor(from));
        while (page.last() != null && found.size() < most) {
            page = page(page.last(), from, until, partner);
            found.addAll(page.found());
        }
        return found.subList(0, Math.min(most, found.size()));
    }

    /** @param last how far was looked; absent where nothing is left */
    private record Page(List<String> found, @Nullable String last) {}

    /** So many entries are looked at, however few of them concern anybody: no statement takes long. */
    private Page page(String after, Instant from, Instant until, @Nullable String partner) {
        List<Looked> looked = jdbc.sql("""
                WITH page AS (
                    SELECT id, at, partner, parts_of FROM ledger_entry
                    WHERE id > :after AND id < :end ORDER BY id LIMIT :most)
                SELECT page.id, page.at >= :from AND page.at < :until
                       AND (:partner::text IS NULL OR :partner IN (page.partner, o.partner)) AS found
                FROM page LEFT JOIN ledger_entry o ON o.id = page.parts_of ORDER BY page.id
                """)
                .param("after", after)
                .param("end", EntryId.floor(until.plusMillis(1)))
                .param("most", AT_ONCE)
                .param("from", utc(from))
                .param("until", utc(until))
                .param("partner", partner)
                .query((row, n) -> new Looked(row.getString("id"), row.getBoolean("found")))
                .list();
        List<String> found =
                looked.stream().filter(Looked::found).map(Looked::id).toList();
        return new Page(
                found, looked.size() < AT_ONCE ? null : looked.get(AT_ONCE - 1).id());
    }

    private record Looked(String id, boolean found) {}
}
