package org.dianqiao.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dianqiao.connector.wssecurity.Supplier;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;
import org.dianqiao.partner.Credentials.Cipher;
import org.dianqiao.partner.Credentials.Letters;
import org.dianqiao.partner.Credentials.Refresh;
import org.dianqiao.partner.Credentials.Signature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a partner's file says that its secrets stand, and what it may say of them. */
class CredentialsTest {

    private static final String APP_KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path home;

    private final List<Fault> faults = new ArrayList<>();

    @BeforeEach
    void putsSecretsDown() throws IOException {
        Files.createDirectory(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/national"), APP_KEY + "\n");
        Files.writeString(home.resolve("secrets/empty"), "\n");
        Files.writeString(home.resolve("secrets/two"), "one\ntwo\n");
        Files.write(home.resolve("secrets/gbk"), "密钥".getBytes("GB18030"));
        Files.writeString(home.resolve("secrets/large"), "a".repeat(4097));
    }

    @Test
    void areNoneWhereNothingIsSaid() {
        Credentials credentials = read("");
        assertThat(credentials.signature()).isEqualTo(Signature.NONE);
        assertThat(faults).isEmpty();
    }

    @Test
    void areThoseOfAProvincialGateway() {
        Credentials credentials = read("signature: x-tif\naccount: zz_approval\nsecret: \"env:TIF_TOKEN\"\n");
        assertThat(credentials)
                .isEqualTo(new Credentials(
                        Signature.X_TIF,
                        "zz_approval",
                        "",
                        Map.of(),
                        new Secret("TESTTOKEN0123456789"),
                        Letters.LOWER,
                        null));
        assertThat(read("signature: x-tif\naccount: a\nsecret: \"env:TIF_TOKEN\"\nletters: upper\nservice: s-17\n"))
                .isEqualTo(new Credentials(
                        Signature.X_TIF,
                        "a",
                        "s-17",
                        Map.of(),
                        new Secret("TESTTOKEN0123456789"),
                        Letters.UPPER,
                        null));
        assertThat(faults).isEmpty();
    }

    @Test
    void areThoseOfTheNationalPlatform() {
        Credentials credentials = read("""
            signature: gjgxjhpt
            account: 11111111-2222-3333-4444-555555555555@df-1
            service: s_4100000000000_1
            services: { face: s_4100000000000_2 }
            secret: "file:secrets/national"
            refresh: { url: "https://59.255.188.9/sysapi/auth/refreshappsecret", cipher: cbc }
            """);
        URI url = URI.create("https://59.255.188.9/sysapi/auth/refreshappsecret");
        assertThat(credentials.secret().text()).isEqualTo(APP_KEY);
        assertThat(credentials.asking("service").service()).isEqualTo("s_4100000000000_1");
        assertThat(credentials.asking("face").service()).isEqualTo("s_4100000000000_2");
        assertThat(credentials.heardAt("face").service()).isEqualTo("s_4100000000000_2");
        assertThat(credentials.heardAt("anything-else").service()).isEqualTo("s_4100000000000_1");
        assertThat(credentials.refresh()).isEqualTo(new Refresh(url, Cipher.CBC));
        assertThat(faults).isEmpty();
    }

    @Test
    void areKeysWhereSoapIsSigned() throws IOException {
        Supplier ours = Supplier.rsa("gateway");
        Supplier theirs = Supplier.elliptic("marketing");
        Files.write(home.resolve("secrets/soap.p12"), ours.keystore(APP_KEY));
        Files.writeString(home.resolve("theirs.pem"), theirs.pem() + ours.pem());
        String endpoint = "signature: ws-security\nsecret: \"file:secrets/national\"\n";
        SoapKeys keys = read(endpoint + "keystore: secrets/soap.p12\ncertificates: theirs.pem\n")
                .soapKeys();
        assertThat(keys.key()).isEqualTo(ours.key());
        assertThat(keys.certificate()).isEqualTo(ours.certificate());
        assertThat(keys.theirs()).containsExactly(theirs.certificate(), ours.certificate());
        assertThat(keys).hasToString("CN=gateway");
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "keystore: secrets/none.p12, certificates: theirs.pem, is not there",
        "keystore: secrets/national, certificates: theirs.pem, cannot be opened",
        "keystore: ../soap.p12, certificates: theirs.pem, is not below",
        "keystore: secrets/soap.p12, certificates: secrets/empty, holds no certificate",
        "keystore: secrets/soap.p12, certificates: /etc/passwd, is not below",
        "keystore: secrets/soap.p12, account: a, is not used with this",
    })
    void areKeysThatCanBeRead(String keystore, String certificates, String reason) throws IOException {
        Supplier supplier = Supplier.rsa("gateway");
        Files.write(home.resolve("secrets/soap.p12"), supplier.keystore(APP_KEY));
        Files.writeString(home.resolve("theirs.pem"), supplier.pem());
        read("signature: ws-security\nsecret: \"file:secrets/national\"\n" + keystore + "\n" + certificates + "\n");
        assertThat(faults).anySatisfy(fault -> assertThat(fault.reason()).contains(reason));
    }

    /** A house without the sandbox may still have its partners' files: then there is nobody to guess the secret from. */
    @Test
    void areASimulatorsWhereThereIsOne() throws IOException {
        String nobodys = secret("sandbox:national-platform/app-key");
        assertThat(nobodys).hasSize(32).isNotEqualTo(secret("sandbox:national-platform/app-key"));
        Path kept = home.resolve("data/sandbox/national-platform/app-key");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, APP_KEY);
        assertThat(secret("sandbox:national-platform/app-key")).isEqualTo(APP_KEY);
        assertThat(faults).isEmpty();
    }

    private String secret(String reference) {
        return read("signature: bearer\nsecret: \"" + reference + "\"\n")
                .secret()
                .text();
    }

    @Test
    void areNotShownWhereAValueIsPrinted() {
        assertThat(read("signature: bearer\nsecret: \"env:TIF_TOKEN\"\n").toString())
                .doesNotContain("TESTTOKEN");
    }

    /** It would be in every copy of the file, and in its history for ever. It is not repeated in the log either. */
    @ParameterizedTest
    @ValueSource(strings = {"TESTTOKEN0123456789", "secrets/national", "FILE:secrets/national", "${TIF_TOKEN}"})
    void mustNotStandInTheFile(String literal) {
        read("signature: bearer\nsecret: \"" + literal + "\"\n");
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.toString())
                .contains("grid.henan.yaml:2:", "a secret does not stand here")
                .doesNotContain(literal));
    }

    @ParameterizedTest
    @CsvSource({
        "file:secrets/nowhere, cannot be read",
        "file:secrets, cannot be read",
        "file:../elsewhere, is not below the gateway's home",
        "file:/etc/hostname, is not below the gateway's home",
        "file:secrets/empty, must hold one line",
        "file:secrets/two, must hold one line",
        "file:secrets/gbk, not UTF-8",
        "file:secrets/large, too large",
        "env:NOT_SET, there is no variable NOT_SET",
        "env:EMPTY, must hold one line"
    })
    void mustBeWhereTheFileSaysThatTheyAre(String reference, String reason) {
        read("signature: bearer\nsecret: \"" + reference + "\"\n");
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.toString())
                .contains("grid.henan.yaml:2: `secret`: ", reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signature: hmac | is not one of [none, in-body, bearer, x-tif, gjgxjhpt, client-certificate, ws-security, database]",
                "signature: bearer | `secret` is missing",
                "{ signature: in-body, account: a } | `secret` is missing",
                "{ signature: x-tif, secret: \"env:TIF_TOKEN\" } | `account` is missing",
                "{ signature: gjgxjhpt, account: df-1, secret: \"env:TIF_TOKEN\" } | `service` is missing",
                "{ signature: x-tif, account: \"a b\", secret: \"env:TIF_TOKEN\" } | letters, digits",
                "{ signature: bearer, account: a, secret: \"env:TIF_TOKEN\" } | `account` is not used",
                "{ account: a } | `account` is not used",
                "{ signature: bearer, letters: upper, secret: \"env:TIF_TOKEN\" } | `letters` is not used",
                "{ signature: client-certificate, account: abc } | the SHA-256 of a certificate"
            })
    void mustBeWhatTheirSignatureUses(String endpoint, String reason) {
        read(endpoint);
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.reason())
                .contains(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "env:TIF_TOKEN | { url: \"http://a/b\" } | 16, 24 or 32 bytes",
                "file:secrets/national | { url: \"ftp://a/b\" } | http or https",
                "file:secrets/national | { url: \"http://u@a/b\" } | http or https",
                "file:secrets/national | { } | `url` is missing",
                "file:secrets/national | { url: \"http://a/b\", cipher: gcm } | is not one of [ecb, cbc, seeded]",
                "file:secrets/national | { url: \"http://a/b\", key: x } | `key` is not known here"
            })
    void mustBeRefreshedInAWayThatWeKnow(String secret, String refresh, String reason) {
        read("{ signature: gjgxjhpt, account: df-1, service: s, secret: \"%s\", refresh: %s }"
                .formatted(secret, refresh));
        assertThat(faults).singleElement().satisfies(fault -> assertThat(fault.reason())
                .contains(reason));
    }

    private Credentials read(String endpoint) {
        try {
            Path file = home.resolve("grid.henan.yaml");
            Files.writeString(file, endpoint);
            SecretPlaces places = new SecretPlaces(home, Map.of("TIF_TOKEN", "TESTTOKEN0123456789", "EMPTY", ""));
            return CredentialsEntry.read(Yaml.read(file, faults), places);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
