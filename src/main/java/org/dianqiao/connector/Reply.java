package org.dianqiao.connector;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What goes back through the {@link SideDoor}, in the words of the one who called. */
public record Reply(int status, String type, byte[] body) {

    void to(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
