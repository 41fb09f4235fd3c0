package org.dianqiao.connector.list;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.connector.folder.Folder;
import org.dianqiao.connector.folder.Folders;
import org.dianqiao.connector.list.Fate.Outcome;
import org.dianqiao.connector.table.Table;
import org.dianqiao.trust.Sm3;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a partner what became of its list, and puts the list away. In this order: whatever ends it is done again. */
@Component
class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    private final ListedStore store;
    private final LeadNumbers leads;
    private final Folders folders;
    private final Clock clock;

    Answering(ListedStore store, LeadNumbers leads, Folders folders, Clock clock) {
        this.store = store;
        this.leads = leads;
        this.folders = folders;
        this.clock = clock;
    }

    void answer(Told told) throws IOException {
        Left left = told.listing().left();
        Instant now = clock.instant();
        byte[] result = ResultFile.of(told, leads.of(codes(told)));
        try (Folder folder = folders.open(left.endpoint())) {
            folder.write(left.name().result(told.listing().form()), result);
            store.answered(left.partner().id(), Sm3.of(left.content()), now);
            putAway(left, folder, WHEN.format(now) + "-");
        }
        tell(told);
    }

    /** The mark last: without its list it means nothing. Whether it is still the list that was read is certain once it is away. */
    private static void putAway(Left left, Folder folder, String when) throws IOException {
        String as = when + left.name().text();
        folder.putAway(left.name().text(), as);
        if (!Arrays.equals(folder.read(Folder.DONE + "/" + as, Table.LARGEST), left.content())) {
            folder.bringBack(as, left.name().text());
            throw new NotNow("a list was written anew while it was worked on, it is read again");
        }
        if (left.marked()) {
            folder.putAway(left.name().mark(), when + left.name().mark());
        }
    }

    private static Set<String> codes(Told told) {
        return told.fates().stream().map(Fate::written).collect(Collectors.toSet());
    }

    private static void tell(Told told) {
        Left left = told.listing().left();
        Optional<String> unread = told.listing().unread();
        if (unread.isPresent()) {
            log.warn(
                    "{}: a list could not be read: {}",
                    left.partner().id(),
                    unread.get().replaceAll("\\s+", " "));
            return;
        }
        log.info(
                "{}: a list of {} rows, {} taken, {} changed, {} as before, {} refused",
                left.partner().id(),
                told.fates().size(),
                told.count(Outcome.TAKEN),
                told.count(Outcome.CHANGED),
                told.count(Outcome.UNCHANGED),
                told.count(Outcome.REFUSED));
    }
}
