package org.dianqiao.connector.list;

import java.io.IOException;
import org.apache.camel.Body;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.files.Watched;
import org.springframework.stereotype.Component;

/** What becomes of a list that a partner left: `routes/connectors/<dialect>/list.camel.yaml`. */
@Component
public class ListSteps {

    private final Watched<CodeTables> tables;
    private final Tellings tellings;
    private final Answering answering;

    ListSteps(Watched<CodeTables> tables, Tellings tellings, Answering answering) {
        this.tables = tables;
        this.tellings = tellings;
        this.answering = answering;
    }

    /** Its rows, and what its columns say by a table of `mappings/codes`. What cannot be read goes on as that. */
    public Listing read(@Body Left left, String headings) {
        return Listing.of(
                left,
                tables.current()
                        .named(headings)
                        .orElseThrow(() -> new IllegalStateException("there is no code table `" + headings + "`")));
    }

    /** Each row will be put into our words by this mapping. */
    public Listing translate(@Body Listing listing, String mapping) {
        return listing.by(mapping);
    }

    /** Each row becomes a message of whoever left the list, attested by us, and walks the way of all messages. */
    public Told attest(@Body Listing listing, String service) {
        return tellings.tell(listing, service);
    }

    /** What became of each row is told beside the list, and the list is put away. */
    public void answer(@Body Told told) throws IOException {
        answering.answer(told);
    }
}
