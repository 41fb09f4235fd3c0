package org.dianqiao.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Without the database there are no pages, for a while. */
@ControllerAdvice
class DatabaseAway {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    void unavailable(RuntimeException cause, HttpServletResponse response) throws IOException {
        log.warn("A page could not be shown, the database does not answer: {}", cause.getMessage());
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
