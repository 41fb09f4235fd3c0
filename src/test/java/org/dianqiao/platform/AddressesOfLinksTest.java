package org.dianqiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partners;
import org.dianqiao.partner.SecretPlaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a name leads that somebody else has put into a link. The project's partners are at 127.0.0.1. */
class AddressesOfLinksTest {

    private final AddressesOfLinks addresses = new AddressesOfLinks(new Watched<>(
            List.of(),
            () -> Partners.read(
                    Path.of("mappings/partners"),
                    Catalogue.read(Path.of("mappings/services.yaml"), contract -> true),
                    new SecretPlaces(Path.of("."), Map.of()),
                    "gateway")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.2",
                "0.0.0.0",
                "169.254.169.254",
                "100.100.100.200",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00:ec2::254"
            })
    void isNeitherWithUsNorAmongACloudsSecrets(String host) {
        assertThatThrownBy(() -> addresses.resolve(host))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("where no link may lead");
    }

    @Test
    void mayBeWhereASystemOfAPartnersIs() throws UnknownHostException {
        assertThat(addresses.resolve("127.0.0.1")).hasSize(1);
        assertThat(addresses.resolve("10.1.2.3")).hasSize(1);
    }
}
