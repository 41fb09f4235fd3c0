package org.dianqiao.progress;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Event;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where in the ledger our own messages about a case stand, once they have arrived or their time is over. */
@Repository
class SentEntryStore {

    private final JdbcClient jdbc;

    SentEntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries by the ids of the messages. */
    Map<String, String> of(Casefile file, List<Event> timeline) {
        String[] sent =
                timeline.stream().map(Event::sent).filter(Objects::nonNull).toArray(String[]::new);
        return jdbc
                .sql("""
                SELECT message_id, id FROM ledger_entry
                WHERE case_id = ? AND direction = 'out' AND message_id = ANY (?)
                """)
                .param(file.thread())
                .param(sent)
                .query((row, n) -> Map.entry(row.getString("message_id"), row.getString("id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, later) -> later));
    }
}
