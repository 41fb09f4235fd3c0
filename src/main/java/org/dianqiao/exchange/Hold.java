package org.dianqiao.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A legal hold 依法保全 on a case: until it is released nothing of what was said in the case is erased. */
public record Hold(
        long id,
        String caseId,
        Instant since,
        String by,
        String why,
        @Nullable Release release) {

    public record Release(Instant at, String by, String why) {}
}
