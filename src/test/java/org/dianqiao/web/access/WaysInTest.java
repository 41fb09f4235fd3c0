package org.dianqiao.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dianqiao.files.BadFiles;
import org.junit.jupiter.api.Test;

class WaysInTest {

    @Test
    void endsTheStartWhereNobodyCouldSignInAndNamesBothWays() {
        assertThatThrownBy(() -> new WaysIn(false, false, List.of()))
                .isInstanceOf(BadFiles.class)
                .hasMessageContaining("dianqiao.console.users")
                .hasMessageContaining("spring.security.oauth2.client.registration");
    }

    @Test
    void isContentWithAnyOneWay() {
        assertThat(new WaysIn(true, false, List.of()).sandbox()).isTrue();
        assertThat(new WaysIn(false, true, List.of()).passwords()).isTrue();
        assertThat(new WaysIn(false, false, List.of(new WaysIn.Provider("city", "城市统一认证"))).providers())
                .hasSize(1);
    }
}
