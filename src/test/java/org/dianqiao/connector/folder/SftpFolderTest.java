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
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.dianqiao.KeyPairs;
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

    private final AtomicInteger entries = new AtomicInteger();
    private volatile boolean full;
    private volatile boolean dripping;
    private KeyPair host;
    private KeyPair ours;

    @BeforeEach
    void open() throws Exception {
        host = KeyPairs.rsa();
        ours = KeyPairs.rsa();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator(
                (account, key, session) -> account.equals("dianqiao") && KeyUtils.compareKeys(key, ours.getPublic()));
        server.setSubsystemFactories(List.of(listening()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(files));
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        server.stop(true);
    }

    private SftpSubsystemFactory listening() {
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new SftpEventListener() {
            @Override
            public void readEntries(
                    ServerSession session, String handle, DirectoryHandle folder, Map<String, Path> some) {
                entries.addAndGet(some.size());
            }

            @Override
            public void reading(
                    ServerSession session,
                    String handle,
                    FileHandle file,
                    long offset,
                    byte[] data,
                    int dataOffset,
                    int length) {
                if (dripping) {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
            }

            @Override
            public void writing(
                    ServerSession session,
                    String handle,
                    FileHandle file,
                    long offset,
                    byte[] data,
                    int dataOffset,
                    int length)
                    throws IOException {
                if (full) {
                    throw new IOException("no space left");
                }
            }
        });
        return sftp;
    }

    private Folder enter(KeyPair key) throws IOException {
        return SftpFolder.open(endpoint(key));
    }

    private Endpoint endpoint(KeyPair key) {
        String pem = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(
                        "PRIVATE KEY",
                        Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded()));
        Login login = new Login(
                "dianqiao", new Secret(""), new Secret(pem), List.of(PublicKeyEntry.toString(host.getPublic())));
        URI url = URI.create("sftp://127.0.0.1:" + server.getPort() + "/");
        return new Endpoint(Transport.SFTP, url, "project-list", Credentials.NONE, login, List.of(), "");
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
            assertThat(folder.read(found.name(), 3)).isEqualTo("abcd".getBytes(StandardCharsets.UTF_8));
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
    void leavesNothingOfAnAnswerThatCouldNotBeWritten() throws IOException {
        full = true;
        try (Folder folder = enter(ours)) {
            assertThatThrownBy(() -> folder.write("清单.result.csv", new byte[] {'1'}))
                    .isInstanceOf(Trouble.class);
        }
        assertThat(files).isEmptyDirectory();
    }

    @Test
    void isLookedIntoOnlySoFar() throws IOException {
        for (int i = 0; i < 7_000; i++) {
            Files.createFile(files.resolve("." + i));
        }
        try (Folder folder = enter(ours)) {
            assertThat(folder.look()).isEmpty();
        }
        assertThat(entries.get()).isGreaterThan(4_000).isLessThan(6_500);
    }

    /** It would go on for 16 seconds. */
    @Test
    void isNotReadFromForEverWhereAFileDrips() throws IOException {
        Files.write(files.resolve("清单.csv"), new byte[10 << 20]);
        dripping = true;
        try (Folder folder = SftpFolder.open(endpoint(ours), Duration.ofMillis(300))) {
            assertThatThrownBy(() -> folder.read("清单.csv", 10 << 20))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the server sends a file too slowly");
        }
    }

    @Test
    void isReadOfALargeFileOnlySoFar() throws IOException {
        Files.write(files.resolve("清单.csv"), new byte[12 << 20]);
        try (Folder folder = enter(ours)) {
            assertThat(folder.read("清单.csv", 10 << 20)).hasSize((10 << 20) + 1);
        }
    }

    @Test
    void givesBackWhatWasPutAwayUnlessItsPlaceIsTaken() throws IOException {
        Files.writeString(files.resolve("清单.csv"), "later");
        try (Folder folder = enter(ours)) {
            folder.putAway("清单.csv", "1-清单.csv");
            folder.bringBack("1-清单.csv", "清单.csv");
            assertThat(files.resolve("清单.csv")).hasContent("later");
            folder.putAway("清单.csv", "2-清单.csv");
            Files.writeString(files.resolve("清单.csv"), "last");
            folder.bringBack("2-清单.csv", "清单.csv");
        }
        assertThat(files.resolve("清单.csv")).hasContent("last");
    }

    @Test
    void isClosedToOtherKeys() throws GeneralSecurityException {
        KeyPair another = KeyPairs.rsa();
        assertThatThrownBy(() -> enter(another))
                .isInstanceOfSatisfying(
                        Trouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(Trouble.Kind.LOGIN));
    }
}
