package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.dianqiao.Homes;
import org.dianqiao.sandbox.SandboxKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A file that cannot be used ends the start: with its name, the line and the reason, and nothing that hides them. */
class StartFaultsIT {

    private static final Path HOME = Homes.fresh();

    private final GatewayJar gateway = GatewayJar.in(HOME);
    private Mending fault = () -> {};

    @AfterEach
    void end() throws IOException {
        gateway.close();
        fault.mend();
    }

    @Test
    void namesTheLineOfABrokenRoute() throws IOException {
        Broken route = Broken.in(HOME, "routes/services/project.withdrawn.camel.yaml", "      steps:", "      stops:");
        assertThat(saidAtTheEnd(route))
                .contains("project.withdrawn.camel.yaml, line ")
                .contains("stops");
    }

    @Test
    void namesTheLineOfABrokenCatalogue() throws IOException {
        Broken catalogue = Broken.in(HOME, "mappings/services.yaml", "    limit: 20MiB", "    limit: plenty");
        assertThat(saidAtTheEnd(catalogue))
                .contains(
                        "mappings/services.yaml:%d: `limit`: a size is written as 256KiB".formatted(catalogue.line()));
    }

    @Test
    void namesEveryFaultOfAPartnersFile() throws IOException {
        Broken partner = Broken.in(
                HOME,
                "mappings/partners/grid.henan.yaml",
                "region: \"410000\"\nutility: electricity",
                "region: \"41\"\nutility: steam");
        assertThat(saidAtTheEnd(partner))
                .contains("mappings/partners/grid.henan.yaml:%d: ".formatted(partner.line()))
                .contains("mappings/partners/grid.henan.yaml:%d: ".formatted(partner.line() + 1));
    }

    @Test
    void namesACertificateThatIsNone() throws IOException {
        Path folder = Files.createDirectories(HOME.resolve("certs/partners/grid.henan"));
        Path certificate = Files.writeString(folder.resolve("grid.pem"), "-----BEGIN CERTIFICATE-----\nMIIB\n");
        assertThat(saidAtTheEnd(() -> Files.delete(certificate))).contains("certs/partners/grid.henan/grid.pem");
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(gateway.port(), 1, InetAddress.getByName("0.0.0.0"))) {
            assertThat(saidAtTheEnd(() -> {}))
                    .contains("another program listens on port " + taken.getLocalPort())
                    .contains("SERVER_PORT=");
        }
    }

    @Test
    void wantsAKeyOfItsOwnWithoutTheSandbox() throws IOException {
        gateway.with("DIANQIAO_SANDBOX", "off");
        assertThat(saidAtTheEnd(() -> {})).contains("DIANQIAO_KEYSTORE").contains("PKCS#12");
    }

    @Test
    void refusesASandboxKeyWithoutTheSandbox() throws IOException {
        Path keys = HOME.resolve("data/sandbox");
        SandboxKeys.make(keys, Clock.systemUTC());
        gateway.with("DIANQIAO_SANDBOX", "off");
        gateway.with("DIANQIAO_KEYSTORE", keys.resolve("gateway.p12").toString());
        gateway.with(
                "DIANQIAO_KEYSTORE_PASSWORD_FILE",
                keys.resolve("gateway.password").toString());
        assertThat(saidAtTheEnd(() -> {})).contains("gateway.p12: a sandbox key");
    }

    @Test
    void wantsAWrappingKeyWithoutTheSandbox() throws Exception {
        Path keystore = OwnKeystore.withoutWrappingKey(HOME);
        gateway.with("DIANQIAO_SANDBOX", "off");
        gateway.with("DIANQIAO_KEYSTORE", keystore.toString());
        gateway.with("DIANQIAO_KEYSTORE_PASSWORD", OwnKeystore.PASSWORD);
        assertThat(saidAtTheEnd(() -> {}))
                .contains(keystore + ": it holds no wrapping key")
                .contains("java -jar dianqiao.jar rotate")
                .doesNotContain(OwnKeystore.PASSWORD);
    }

    @Test
    void wantsPeopleWhoMaySignInWithoutTheSandbox() throws Exception {
        gateway.with("DIANQIAO_SANDBOX", "off");
        gateway.with("DIANQIAO_KEYSTORE", OwnKeystore.in(HOME).toString());
        gateway.with("DIANQIAO_KEYSTORE_PASSWORD", OwnKeystore.PASSWORD);
        assertThat(saidAtTheEnd(StartFaultsIT::forgetWhatWasSealed))
                .contains("nobody could sign in to the console")
                .contains("dianqiao.console.users")
                .doesNotContain(OwnKeystore.PASSWORD);
    }

    /** The database has begun a key now that the sandbox's own keys do not open. */
    private static void forgetWhatWasSealed() throws IOException {
        FileSystemUtils.deleteRecursively(HOME.resolve("data"));
    }

    /** What is put right afterwards. */
    private interface Mending {
        void mend() throws IOException;
    }

    private String saidAtTheEnd(Mending mending) {
        fault = mending;
        int before = gateway.said().length();
        int exit = gateway.begin().awaitEnd();
        String said = gateway.said().substring(before);
        assertThat(exit).as(said).isNotZero();
        assertThat(gateway.data().postmaster()).isEmpty();
        assertThat(said).doesNotContain("\tat ", "Caused by", "UnsatisfiedDependencyException");
        return said;
    }

    /** A file with a fault that begins on this line. */
    private record Broken(Path file, String right, int line) implements Mending {

        static Broken in(Path home, String name, String text, String wrong) throws IOException {
            Path file = home.resolve(name);
            String right = Files.readString(file);
            assertThat(right).contains(text);
            Files.writeString(file, right.replace(text, wrong));
            return new Broken(
                    file,
                    right,
                    1 + (int) right.substring(0, right.indexOf(text)).lines().count());
        }

        @Override
        public void mend() throws IOException {
            Files.writeString(file, right);
        }
    }
}
