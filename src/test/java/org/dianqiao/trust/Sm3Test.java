package org.dianqiao.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sm3Test {

    private static final String OF_ABC = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

    @Test
    void givesThePublishedDigest() {
        assertThat(Sm3.hex(Sm3.of("abc".getBytes(UTF_8)))).isEqualTo(OF_ABC);
    }

    @Test
    void givesTheSameWhileTheBytesPassBy() {
        byte[] bytes = "-abc-".getBytes(UTF_8);

        byte[] digest = Sm3.running().update(bytes, 1, 1).update(bytes, 2, 2).digest();

        assertThat(Sm3.hex(digest)).isEqualTo(OF_ABC);
    }
}
