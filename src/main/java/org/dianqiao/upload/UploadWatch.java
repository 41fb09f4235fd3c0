package org.dianqiao.upload;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.dianqiao.upload.UploadStore.Rest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Called by the clock: uploads that nobody goes on with, or nobody names, are erased, and their pieces wiped. */
@Component
public class UploadWatch {

    private static final Logger log = LoggerFactory.getLogger(UploadWatch.class);
    private static final int ERASED_AT_ONCE = 100;
    private static final int WIPED_AT_ONCE = 64;

    private final UploadStore store;
    private final Clock clock;

    UploadWatch(UploadStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void clean() {
        int erased = ERASED_AT_ONCE;
        while (erased == ERASED_AT_ONCE) {
            erased = erase();
        }
        store.rests().forEach(this::wipe);
    }

    private int erase() {
        Instant now = clock.instant();
        List<Upload> unused = store.eraseUnused(now.minus(Uploads.KEPT_UNUSED), now, ERASED_AT_ONCE);
        unused.forEach(upload ->
                log.info("upload {}: erased, it was unused for {} days", upload.entry(), Uploads.KEPT_UNUSED.toDays()));
        return unused.size();
    }

    private void wipe(Rest rest) {
        int wiped = WIPED_AT_ONCE;
        while (wiped == WIPED_AT_ONCE) {
            wiped = store.wipe(rest, WIPED_AT_ONCE);
        }
        store.wiped(rest);
    }
}
