package org.dianqiao.web.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Errors below the application: headers too large, a broken request line, an address with an encoded slash. */
public class ProblemValve extends ErrorReportValve {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        boolean nothingSaid = response.getStatus() >= 400 && response.getContentWritten() == 0;
        if (nothingSaid && response.setErrorReported()) {
            Problem problem = Problem.of(response.getStatus());
            try {
                response.setStatus(problem.status());
                response.setContentType("application/problem+json");
                OutputStream out = response.getResponse().getOutputStream();
                out.write(JSON.writeValueAsBytes(problem));
                response.finishResponse();
            } catch (IOException gone) {
                container.getLogger().debug("Nobody listens any more", gone);
            }
        }
    }
}
