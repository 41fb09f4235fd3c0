package org.dianqiao.connector.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;
import org.dianqiao.partner.Login;
import org.dianqiao.partner.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder on a server that lets in who has a key. */
class SftpFolderTest {

    private final SshServer server = SshServer.setUpDefaultServer();

    @TempDir
    Path files;

    private KeyPair host;
    private KeyPair ours;

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    @BeforeEach
    void open() throws Exception {
        host = pair("RSA", 2048);
        ours = pair("RSA", 2048);
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator(
                (account, key, session) -> account.equals("dianqiao") && KeyUtils.compareKeys(key, ours.getPublic()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(files));
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        server.stop(true);
    }

    private Folder enter(KeyPair key) throws IOException {
        String pem = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(
                        "PRIVATE KEY",
                        Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded()));
        Login login = new Login(
                "dianqiao", new Secret(""), new Secret(pem), List.of(PublicKeyEntry.toString(host.getPublic())));
        URI url = URI.create("sftp://127.0.0.1:" + server.getPort() + "/");
        return SftpFolder.open(
                new Endpoint(Transport.SFTP, url, "project-list", Credentials.NONE, login, List.of(), ""));
    }

    @Test
    void isEnteredWithAKey() throws IOException {
        Files.writeString(files.resolve("清单.csv"), "abcdef");
        Files.createDirectory(files.resolve("folder.csv"));
        Files.createSymbolicLink(files.resolve("link.csv"), files.resolve("清单.csv"));
        try (Folder folder = enter(ours)) {
            Found found = folder.look().get(0);
            assertThat(folder.look()).hasSize(1);
            assertThat(found.name()).isEqualTo("清单.csv");
            assertThat(folder.read(found, 3)).isEqualTo("abcd".getBytes(StandardCharsets.UTF_8));
            folder.putAway("清单.csv", "1-清单.csv");
        }
        assertThat(files.resolve("done/1-清单.csv")).hasContent("abcdef");
    }

    @Test
    void replacesAnAnswerByTheNextOne() throws IOException {
        try (Folder folder = enter(ours)) {
            folder.write("清单.result.csv", new byte[] {'1'});
            folder.write("清单.result.csv", new byte[] {'2'});
            folder.tryRights();
        }
        assertThat(files.resolve("清单.result.csv")).hasContent("2");
        assertThat(files.toFile().list()).containsExactly("清单.result.csv");
    }

    @Test
    void isClosedToOtherKeys() throws GeneralSecurityException {
        KeyPair another = pair("RSA", 2048);
        assertThatThrownBy(() -> enter(another))
                .isInstanceOfSatisfying(
                        Trouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(Trouble.Kind.LOGIN));
    }
}
