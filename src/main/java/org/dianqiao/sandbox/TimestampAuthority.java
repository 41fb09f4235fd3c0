package org.dianqiao.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.dianqiao.sandbox.outside.Daemons;

/** A small time stamping authority: RFC 3161 over HTTP, SM3 digests, signed with SM2. */
public final class TimestampAuthority implements AutoCloseable {

    static final String KEY = "timestamp-key.pem";
    static final String CERTIFICATE = "timestamp.pem";

    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.99539724009748706577982775882666369643");
    private static final int LARGEST_QUESTION = 4 << 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("timestamps"));
    private final ECPrivateKeyParameters key;
    private final X509CertificateHolder certificate;
    private final Clock clock;

    private TimestampAuthority(
            HttpServer server, ECPrivateKeyParameters key, X509CertificateHolder certificate, Clock clock) {
        this.server = server;
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** Begins to answer on this address; port 0 takes any. The keys must have been made. */
    public static TimestampAuthority open(InetSocketAddress address, Path sandboxFolder, Clock clock)
            throws IOException {
        TimestampAuthority authority = new TimestampAuthority(
                Counter.server(address),
                SandboxKeys.key(sandboxFolder.resolve(KEY)),
                Pem.certificate(sandboxFolder.resolve(CERTIFICATE)),
                clock);
        authority.server.setExecutor(authority.threads);
        authority.server.createContext("/", authority::handle);
        authority.server.start();
        return authority;
    }

    public URI address() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getHostString() + ":" + address.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<TimeStampRequest> question = question(exchange.getRequestBody());
            if (question.isEmpty()) {
                exchange.sendResponseHeaders(400, -1);
            } else {
                respond(exchange, answer(question.get()));
            }
        }
    }

    private static Optional<TimeStampRequest> question(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_QUESTION);
        try {
            return Optional.of(new TimeStampRequest(bytes));
        } catch (IOException | IllegalArgumentException notAQuestion) {
            return Optional.empty();
        }
    }

    private static void respond(HttpExchange exchange, byte[] answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    /** The stamp, or the refusal of a question that asks for another policy or tells another digest. */
    private byte[] answer(TimeStampRequest question) throws IOException {
        try {
            return new TimeStampResponseGenerator(tokens(), Set.of(TSPAlgorithms.SM3.getId()), Set.of(POLICY.getId()))
                    .generate(question, new BigInteger(64, RANDOM), Date.from(clock.instant()))
                    .getEncoded();
        } catch (TSPException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private TimeStampTokenGenerator tokens() throws TSPException, OperatorCreationException {
        BcDigestCalculatorProvider digests = new BcDigestCalculatorProvider();
        SignerInfoGenerator signer =
                new SignerInfoGeneratorBuilder(digests).build(new CertificateSigner(key), certificate);
        TimeStampTokenGenerator tokens =
                new TimeStampTokenGenerator(signer, digests.get(new AlgorithmIdentifier(TSPAlgorithms.SM3)), POLICY);
        tokens.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
        tokens.addCertificates(new CollectionStore<>(List.of(certificate)));
        return tokens;
    }
}
