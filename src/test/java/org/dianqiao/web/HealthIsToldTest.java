package org.dianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dianqiao.WithGateway;
import org.dianqiao.platform.FileWatch;
import org.junit.jupiter.api.Test;

/** Everybody may ask whether the gateway is well; why it is not is told to those who are signed in. */
class HealthIsToldTest extends WithGateway {

    @Test
    void withItsReasonsToWhoIsSignedIn() throws IOException {
        Path pack = home().resolve("mappings/policies/henan.yaml");
        String before = Files.readString(pack);
        Files.writeString(pack, before.replaceFirst("limit: 4 WD", "limit: 4 days"));
        bean(FileWatch.class).refresh();
        try {
            Visitor operator = new Visitor(gateway());
            operator.post("/login", "username=operator&password=");
            assertThat(operator.json("/actuator/health").body())
                    .contains("\"files\"", "HEN19-P3: `limit` is written as");
            Visitor stranger = new Visitor(gateway());
            assertThat(stranger.json("/actuator/health").body())
                    .contains("\"status\":\"OUT_OF_DATE\"")
                    .doesNotContain("henan");
            assertThat(stranger.json("/actuator/health/readiness").body()).contains("UP");
            assertThat(stranger.hasSession()).isFalse();
        } finally {
            Files.writeString(pack, before);
            bean(FileWatch.class).refresh();
        }
    }
}
