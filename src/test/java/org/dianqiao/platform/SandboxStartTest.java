package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

class SandboxStartTest {

    @Test
    void doesNotStartWithADepartmentThatNobodyPlays() {
        Settings settings = new Settings(".", "gateway", Settings.Sandbox.FULL, null, null, null, null);
        List<String> departments = List.of("greening.zhengzhou=late", "greening.kaifeng=late");
        assertThatThrownBy(() -> new SandboxStart(settings, new ServletWebServerApplicationContext(), departments))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(
                        "DIANQIAO_SANDBOX_DEPARTMENTS: the sandbox has no department `greening.kaifeng`; it has"
                                + " planning");
    }
}
