package org.dianqiao.exchange;

import java.sql.SQLException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.dianqiao.catalogue.Service;
import org.dianqiao.exchange.Answers.Recorded;
import org.dianqiao.exchange.TurnedAway.Door;
import org.dianqiao.ledger.Entry;
import org.dianqiao.ledger.LedgerStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is answered when a message does not go through: `routes/exchange/errors.camel.yaml`. */
@Component
public class RefusalSteps {

    private static final Logger log = LoggerFactory.getLogger(RefusalSteps.class);

    private final Answers answers;
    private final Repeats repeats;
    private final Checks checks;
    private final LedgerStore ledger;
    private final TransactionTemplate transaction;
    private final TurnedAway turnedAway;

    public RefusalSteps(
            Answers answers,
            Repeats repeats,
            Checks checks,
            LedgerStore ledger,
            TransactionTemplate transaction,
            TurnedAway turnedAway) {
        this.answers = answers;
        this.repeats = repeats;
        this.checks = checks;
        this.ledger = ledger;
        this.transaction = transaction;
        this.turnedAway = turnedAway;
    }

    public Answer answer(
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure,
            @ExchangeProperty(ReceivingSteps.OPENED) @Nullable Opened opened,
            @ExchangeProperty(ReceivingSteps.SERVICE) @Nullable Service service) {
        try {
            return answerTo(reason(failure), opened, service);
        } catch (DataAccessException | TransactionException databaseAway) {
            return unavailable(databaseAway);
        }
    }

    private Answer answerTo(Throwable reason, @Nullable Opened opened, @Nullable Service service) {
        if (reason instanceof Refused refused) {
            return refuse(refused, opened, service);
        }
        if (reason instanceof Bound && opened != null) {
            return repeatOr(opened, Refused.later(Code.UNAVAILABLE, "同一报文正在处理，请稍后重发。", 1));
        }
        return unavailable(reason);
    }

    private Answer refuse(Refused refused, @Nullable Opened opened, @Nullable Service service) {
        if (opened == null) {
            return unsigned(refused, TurnedAway.UNKNOWN);
        }
        return service == null ? signed(opened, refused) : repeatOr(opened, refused);
    }

    /** Transactions and routes wrap what ended them. */
    private static Throwable reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused || cause instanceof Bound) {
                return cause;
            }
        }
        return failure;
    }

    private Answer unavailable(Throwable cause) {
        if (isDatabaseAway(cause)) {
            log.warn("Not answered, the database is away: {}", cause.getMessage());
        } else {
            log.error("Not answered", cause);
        }
        turnedAway.count(Door.EXCHANGE, TurnedAway.UNKNOWN, Code.UNAVAILABLE);
        return Answer.unsigned(Refused.later(Code.UNAVAILABLE, "网关暂时无法持久保存报文，请稍后用同样的字节重发。", 5));
    }

    /** Not reachable, shutting down, out of connections or space; any other SQL fault is a fault of ours. */
    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionException || cause instanceof DataAccessResourceFailureException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).matches("(08|53|57P).*")) {
                return true;
            }
        }
        return false;
    }

    private Answer repeatOr(Opened opened, Refused refused) {
        try {
            return repeats.answer(opened)
                    .map(answer -> repeated(opened, answer))
                    .orElseGet(() -> signed(opened, refused));
        } catch (Refused conflict) {
            return signed(opened, conflict);
        }
    }

    private Answer repeated(Opened opened, Answer answer) {
        checks.giveBack(opened);
        log.info(
                "{} {} {}: repeated, answered as before",
                opened.sender().id(),
                opened.manifest().service(),
                opened.manifest().id());
        return answer;
    }

    private Answer signed(Opened opened, Refused refused) {
        if (!refused.code().signed()) {
            return unsigned(refused, opened.sender().id());
        }
        Recorded refusal = answers.refusal(opened, refused);
        record(refused, refusal.entry());
        log.info(
                "{} {} {}: {}",
                opened.sender().id(),
                opened.manifest().service(),
                opened.manifest().id(),
                refused.code().word());
        return refusal.answer();
    }

    private void record(Refused refused, Entry entry) {
        Refused.Trace trace = refused.trace();
        if (trace == null) {
            ledger.append(entry);
        } else {
            transaction.executeWithoutResult(status -> {
                ledger.append(entry);
                trace.leave(entry.id());
            });
        }
    }

    private Answer unsigned(Refused refused, String who) {
        turnedAway.count(Door.EXCHANGE, who, refused.code());
        log.info("{}: {}", who, refused.code().word());
        return Answer.unsigned(refused);
    }
}
