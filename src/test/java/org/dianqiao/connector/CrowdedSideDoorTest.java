package org.dianqiao.connector;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One partner who begins many calls and ends none. */
class CrowdedSideDoorTest extends WithCallBacks {

    private static final int PLACES = 8;

    private final List<Socket> begun = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : begun) {
            socket.close();
        }
    }

    @Test
    void hasEightPlacesForEachPartnerAndOneAgainWhenACallEnds() throws Exception {
        known();
        for (int i = 0; i < PLACES; i++) {
            begun.add(begin());
        }

        await().until(() -> code().equals("0002"));
        accepted(post(coded()));

        begun.get(0).close();
        await().until(() -> code().equals("0009"));
    }

    /** What is said to an empty call-back, which they would be told to mend. */
    private static String code() throws Exception {
        byte[] answer = posted("{}".getBytes(StandardCharsets.UTF_8)).body();
        return new ObjectMapper().readTree(answer).path("code").asText();
    }

    /** Let in, with a body that does not end. */
    private static Socket begin() {
        URI door = callBacks();
        try {
            Socket socket = new Socket(door.getHost(), door.getPort());
            String head = "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Length: 90\r\n\r\n{"
                    .formatted(door.getPath(), door.getAuthority(), TOKEN);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
