package org.dianqiao.connector.front;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.partner.Partner;
import org.jspecify.annotations.Nullable;

/** What is done about a row. */
sealed interface Ruling {

    /**
     * It becomes a message.
     *
     * @param by in whose name
     * @param knowing puts beside the row what its mapping must know
     * @param said what is known once it is accepted
     */
    record Say(Partner by, String service, String mapping, Consumer<ObjectNode> knowing, Runnable said)
            implements Ruling {

        Say knowing(Consumer<ObjectNode> other) {
            return new Say(by, service, mapping, other, said);
        }

        /** What cannot be taken is recorded as such. */
        Say faulty(MappingFault fault) {
            Consumer<ObjectNode> finding = columns -> {
                throw fault;
            };
            return knowing(finding);
        }
    }

    /** From what it says follows that something else came before it, which is told first. */
    record First(Say say, Ruling then) implements Ruling {}

    /**
     * Nothing yet. What it waits for may still come.
     *
     * @param reason what their table says meanwhile, if anything
     * @param afterwards what is done about it when its time is over
     */
    record Wait(@Nullable String reason, Duration atMost, Ruling afterwards) implements Ruling {

        /** A void row, for the one that takes its place. While that is wrong or not read yet, nothing was taken back. */
        static Ruling forSuccessor(Row row, FrontSettings settings, Ruling afterwards) {
            if (row.isReplaced()) {
                return Pass.replaced();
            }
            return row.isBeingReplaced()
                    ? new Stay("作废行，其后的行尚未接收，等待其更正")
                    : new Wait("作废行，等待更正后的行", settings.successor(), afterwards);
        }
    }

    /** Nothing, as long as what it was found with is so. Its time begins when that is over. */
    record Stay(String reason) implements Ruling {}

    /**
     * Nothing is told: it says what was said.
     *
     * @param said what is known from now on
     */
    record Pass(@Nullable String remark, Runnable said) implements Ruling {

        Pass(@Nullable String remark) {
            this(remark, () -> {});
        }

        static Pass replaced() {
            return new Pass("已由后续行更正");
        }
    }
}
