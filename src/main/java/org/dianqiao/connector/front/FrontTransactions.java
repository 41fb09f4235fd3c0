package org.dianqiao.connector.front;

import java.sql.SQLException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.dianqiao.delivery.Outcome;
import org.dianqiao.delivery.Outcome.Declined;
import org.dianqiao.delivery.Outcome.Failed;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What we write into a front-end database: all of it or none.
 *
 * <p>The danger is a commit whose answer is lost: the rows may be there or not. So nothing is written before it was looked
 * for, and what is unknown is looked for at the next attempt.
 */
@Component
class FrontTransactions {

    private static final String DATA_EXCEPTION = "22";

    private final FrontDatabases databases;
    private final FrontWays ways;

    FrontTransactions(FrontDatabases databases, FrontWays ways) {
        this.databases = databases;
        this.ways = ways;
    }

    /** Why they are not there, or not known to be. */
    Optional<Outcome> write(Exchange exchange, String partner, String way) {
        try {
            together(exchange, partner, way);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(
                    isUnfit(e)
                            ? new Declined("refused", problem(e), null, null)
                            : new Failed("front-end database: " + problem(e), false));
        }
    }

    /** Whether it does not fit into their columns. What MariaDB says of a character that they cannot hold is taken for bad SQL. */
    static boolean isUnfit(RuntimeException e) {
        boolean isOfData = NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith(DATA_EXCEPTION);
        return isOfData || e instanceof DataIntegrityViolationException;
    }

    /** One commit there, not one for each row. */
    void together(Exchange exchange, String partner, String way) {
        new TransactionTemplate(new DataSourceTransactionManager(databases.of(partner)))
                .executeWithoutResult(together -> ways.go(exchange, way));
    }

    private static String problem(Exception e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        String state = cause instanceof SQLException sql ? " " + sql.getSQLState() : "";
        return cause.getClass().getSimpleName() + state;
    }
}
