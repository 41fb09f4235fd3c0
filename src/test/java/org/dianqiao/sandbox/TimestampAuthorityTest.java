package org.dianqiao.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.dianqiao.docs.Programs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox's time stamping authority, and what OpenSSL says of its stamps. */
class TimestampAuthorityTest {

    private static final byte[] TEXT = "dqx-head/1\n7\n".getBytes(UTF_8);
    private static final String SM2_ID = "distid:1234567812345678";

    @TempDir
    private Path folder;

    private TimestampAuthority authority;

    @BeforeEach
    void open() throws IOException {
        Town.in(folder);
        authority = TimestampAuthority.open(new InetSocketAddress("127.0.0.1", 0), folder, Town.CLOCK);
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void stampsADigestByItsClock() throws Exception {
        TimeStampRequest question = question(TSPAlgorithms.SM3, HexFormat.of().parseHex(Sm3.hex(TEXT)));
        TimeStampResponse answer =
                new TimeStampResponse(ask(question.getEncoded()).body());
        answer.validate(question);
        assertThat(answer.getTimeStampToken().getTimeStampInfo().getGenTime()).isEqualTo(Town.CLOCK.instant());
    }

    @Test
    void refusesOtherDigests() throws Exception {
        TimeStampRequest question = question(TSPAlgorithms.SHA256, new byte[32]);
        TimeStampResponse answer =
                new TimeStampResponse(ask(question.getEncoded()).body());
        assertThat(answer.getStatus()).isEqualTo(2);
        assertThat(answer.getTimeStampToken()).isNull();
    }

    @Test
    void refusesWhatIsNoQuestion() throws Exception {
        assertThat(ask("stamp this".getBytes(UTF_8)).statusCode()).isEqualTo(400);
    }

    /** OpenSSL's own {@code ts -verify} cannot be told SM2's id, so its steps are gone one by one. */
    @Test
    void givesStampsThatOpensslFindsRight() throws Exception {
        Programs.require("openssl");
        TimeStampRequest question = question(TSPAlgorithms.SM3, HexFormat.of().parseHex(Sm3.hex(TEXT)));
        TimeStampToken token = new TimeStampResponse(ask(question.getEncoded()).body()).getTimeStampToken();
        SignerInfo signer = SignerInfo.getInstance(
                SignedData.getInstance(token.toCMSSignedData().toASN1Structure().getContent())
                        .getSignerInfos()
                        .getObjectAt(0));
        Files.write(folder.resolve("token"), token.getEncoded());
        Files.write(folder.resolve("text"), TEXT);
        Files.write(
                folder.resolve("signed"), signer.getAuthenticatedAttributes().getEncoded("DER"));
        Files.write(folder.resolve("signature"), signer.getEncryptedDigest().getOctets());
        assertThat(openssl("ts", "-reply", "-token_in", "-in", "token", "-token_out", "-text"))
                .contains("Hash Algorithm: sm3", "Sep 15 01:30:00 2026 GMT");
        assertThat(imprint("ts", "-query", "-data", "text", "-sm3", "-text"))
                .hasSize(2)
                .isEqualTo(imprint("ts", "-reply", "-token_in", "-in", "token", "-token_out", "-text"));
        Files.writeString(folder.resolve("key"), openssl("x509", "-in", "timestamp.pem", "-pubkey", "-noout"));
        assertThat(openssl("dgst", "-sm3", "-sigopt", SM2_ID, "-verify", "key", "-signature", "signature", "signed"))
                .contains("Verified OK");
        assertThat(openssl(
                        "verify",
                        "-no_check_time",
                        "-purpose",
                        "timestampsign",
                        "-vfyopt",
                        SM2_ID,
                        "-CAfile",
                        "root.pem",
                        "timestamp.pem"))
                .contains("timestamp.pem: OK");
    }

    private static TimeStampRequest question(ASN1ObjectIdentifier algorithm, byte[] digest) {
        TimeStampRequestGenerator question = new TimeStampRequestGenerator();
        question.setCertReq(true);
        return question.generate(algorithm, digest, BigInteger.valueOf(20260915));
    }

    private HttpResponse<byte[]> ask(byte[] question) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(authority.address())
                                .POST(BodyPublishers.ofByteArray(question))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    /** The lines of the digest. */
    private List<String> imprint(String... words) throws IOException, InterruptedException {
        return openssl(words)
                .lines()
                .filter(line -> line.matches("\\s+00.0 - .*"))
                .toList();
    }

    private String openssl(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
