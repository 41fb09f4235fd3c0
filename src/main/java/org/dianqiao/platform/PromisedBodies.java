package org.dianqiao.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who is refused may hang on to a body that never comes, and the server would wait for it with a thread: a few hundred
 * strangers could keep everybody out. So what has come of it is taken, what has not is not waited for, and the line ends.
 */
@Component
@Order(0)
class PromisedBodies extends ValveBase implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int MOST = 2 << 20;

    PromisedBodies() {
        super(true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(this);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (response.getStatus() >= 400 && !request.getCoyoteRequest().isFinished()) {
            takeWhatHasCome(request.getStream());
            endUnlessWhole(request, response);
        }
    }

    /** Said, or the sender would put the next message on a line that is gone. */
    private static void endUnlessWhole(Request request, Response response) {
        if (!request.getCoyoteRequest().isFinished()) {
            response.setHeader("Connection", "close");
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static void takeWhatHasCome(InputStream body) throws IOException {
        byte[] piece = new byte[8192];
        int taken = 0;
        for (int n = 0; taken < MOST && n >= 0 && body.available() > 0; taken += n) {
            n = body.read(piece);
        }
    }
}
