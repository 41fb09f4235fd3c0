package org.dianqiao.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.dianqiao.threads.Daemons;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Other nodes over the same database: they are told that there is something to deliver, and tell us.
 *
 * <p>A NOTIFY inside the transaction of each message would make all commits queue up behind one lock of the database.
 * So it is said beside them, and for any number of messages a few times a second at the most.
 */
@Component
class Neighbours {

    private static final Logger log = LoggerFactory.getLogger(Neighbours.class);
    private static final Duration SELDOM = Duration.ofMillis(200);
    private static final int LISTEN_MILLIS = 2000;

    private final DataSource database;
    private final Bell bell;
    private final Clock clock;
    private Instant lastTold = Instant.MIN;
    private volatile boolean listening;

    Neighbours(DataSource database, Bell bell, Clock clock) {
        this.database = database;
        this.bell = bell;
        this.clock = clock;
    }

    /** Tells them, unless they were told a moment ago. */
    void tell() throws SQLException {
        Instant now = clock.instant();
        if (now.isBefore(lastTold.plus(SELDOM))) {
            return;
        }
        lastTold = now;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY delivery");
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void listen() {
        listening = true;
        Daemons.of("neighbours", this::keepListening).start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        listening = false;
    }

    private void keepListening() {
        while (listening) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("LISTEN delivery");
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                log.debug("Not listening to neighbours: {}", e.getMessage());
                pause();
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (listening) {
            if (connection.getNotifications(LISTEN_MILLIS).length > 0) {
                bell.ring();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LISTEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
