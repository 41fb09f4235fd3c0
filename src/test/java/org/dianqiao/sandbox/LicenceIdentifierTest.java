package org.dianqiao.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceIdentifierTest {

    /** Licences in use. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F",
                "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
                "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9"
            })
    void hasTheCheckCharacterOfRealOnes(String real) {
        String[] parts = real.split("\\.");
        assertThat(LicenceIdentifier.of(parts[5], parts[6], parts[7])).isEqualTo(real);
    }
}
