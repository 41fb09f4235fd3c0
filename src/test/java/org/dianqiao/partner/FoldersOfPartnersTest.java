package org.dianqiao.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.files.BadFiles;
import org.dianqiao.partner.Endpoint.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partners who leave lists in folders, as their files describe them. */
class FoldersOfPartnersTest {

    private static final Catalogue CATALOGUE = Catalogue.read(Path.of("mappings/services.yaml"), contract -> true);
    private static final String HOST_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ";
    private static final String FOLDER = "{ transport: folder, dialect: project-list, url: \"file:data/lists/a\" }";
    private static final String SFTP = "{ transport: sftp, dialect: project-list, url: \"sftp://10.1.2.3:22/lists\","
            + " account: dianqiao, secret: \"env:PASSWORD\", hostKeys: [ \"" + HOST_KEY + "\" ] }";

    @TempDir
    Path folder;

    private Partners read(String... endpoints) throws IOException {
        for (int i = 0; i < endpoints.length; i++) {
            Files.writeString(folder.resolve("office-" + i + ".yaml"), """
                    id: office-%d
                    name: { zh: 发展改革委, en: commission }
                    kind: department
                    region: "410100"
                    endpoint: %s
                    sends: [ { service: project.code-assigned } ]
                    """.formatted(i, endpoints[i]));
        }
        return Partners.read(
                folder, CATALOGUE, new SecretPlaces(folder, Map.of("PASSWORD", "p", "KEY", "PRIVATE KEY")), "gateway");
    }

    @Test
    void haveAFolderAndNoHurry() throws IOException {
        Partner office = read(FOLDER).find("office-0").orElseThrow();
        assertThat(office.endpoint())
                .isEqualTo(new Endpoint(
                        Transport.FOLDER, URI.create("file:data/lists/a"), "project-list", Credentials.NONE));
        assertThat(office.rate().perSecond()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void areEnteredByPasswordOrKey() throws IOException {
        Login login = read(SFTP).find("office-0").orElseThrow().endpoint().login();
        assertThat(login.password().text()).isEqualTo("p");
        assertThat(login.hostKeys()).containsExactly(HOST_KEY);
        String byKey = SFTP.replace("secret: \"env:PASSWORD\"", "key: \"env:KEY\"");
        assertThat(read(byKey)
                        .find("office-0")
                        .orElseThrow()
                        .endpoint()
                        .login()
                        .key()
                        .text())
                .isEqualTo("PRIVATE KEY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file:data/lists/a | file:data/lists/../../certs | a folder of data/lists",
                "file:data/lists/a | file:data/lists | a folder of data/lists",
                "file:data/lists/a | file:data/lists/a/b | a folder of data/lists",
                "file:data/lists/a | file:/etc | a folder of data/lists",
                "file:data/lists/a | data/lists/a | a folder of data/lists",
                "dialect: project-list | dialect: project-list, account: a | not used with `transport: folder`",
                "dialect: project-list | dialect: project-list, signature: bearer | not used with `transport: folder`",
                "transport: folder | transport: rest | http or https"
            })
    void stopTheStartWhereTheirFolderCannotBe(String right, String wrong, String reason) {
        assertThatThrownBy(() -> read(FOLDER.replace(right, wrong)))
                .isInstanceOf(BadFiles.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sftp://10.1.2.3 | ftp://10.1.2.3 | an address like",
                "sftp://10.1.2.3 | sftp://u:p@10.1.2.3 | an address like",
                ", hostKeys: [ \"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ\" ] | '' | `hostKeys` is missing",
                "ssh-ed25519 AAAA | ssh-ed25519 !!!! | hostKeys",
                "secret: \"env:PASSWORD\", | '' | either a password",
                "secret: | key: \"env:KEY\", secret: | either a password",
                "secret: \"env:PASSWORD\" | key: \"env:PASSWORD\" | must hold a private key",
                "account: dianqiao, | '' | `account` is missing"
            })
    void stopTheStartWhereTheirServerCannotBeBelieved(String right, String wrong, String reason) {
        assertThatThrownBy(() -> read(SFTP.replace(right, wrong)))
                .isInstanceOf(BadFiles.class)
                .hasMessageContaining(reason);
    }

    @Test
    void haveNoFolderTogether() {
        assertThatThrownBy(() -> read(FOLDER, FOLDER)).hasMessageContaining("another partner's already");
    }
}
