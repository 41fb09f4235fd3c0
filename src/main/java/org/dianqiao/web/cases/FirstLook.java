package org.dianqiao.web.cases;

import org.dianqiao.threads.Daemons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks at the board when the gateway has started, so that nobody else waits while the database reads the index of all
 * open cases from the disk.
 */
@Component
class FirstLook {

    private static final Logger log = LoggerFactory.getLogger(FirstLook.class);

    private final Boards boards;

    FirstLook(Boards boards) {
        this.boards = boards;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Daemons.of("first-look", this::look).start();
    }

    private void look() {
        try {
            boards.readAhead();
        } catch (DataAccessException nothingSeen) {
            log.debug("The board will be read from the disk when somebody opens it", nothingSeen);
        }
    }
}
