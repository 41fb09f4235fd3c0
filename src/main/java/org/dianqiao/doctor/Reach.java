package org.dianqiao.doctor;

import static org.dianqiao.doctor.Finding.bad;
import static org.dianqiao.doctor.Finding.good;
import static org.dianqiao.doctor.Finding.note;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.dianqiao.connector.SignatureSettings;
import org.dianqiao.doctor.Finding.About;
import org.dianqiao.line.Line;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Refresh;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;
import org.dianqiao.partner.Tls;

/** How far one gets on the way to a partner's endpoint. What lies behind the first thing that is wrong is not looked at. */
final class Reach {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 64 * 1024;
    private static final String JDBC = "jdbc:";
    private static final Map<String, Integer> USUAL_PORTS =
            Map.of("https", 443, "sftp", 22, "postgresql", 5432, "mariadb", 3306);
    private static final Set<Transport> OF_THEIR_OWN = Set.of(Transport.SFTP, Transport.DATABASE);

    /** What the protocol allows a message's time to be ahead of the receiver's. */
    private static final Duration TOO_FAR = Duration.ofMinutes(5);

    private static final int REDIRECTING = 3;
    private static final Duration NOTICEABLE = Duration.ofSeconds(30);

    private final Endpoint endpoint;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    private Reach(Endpoint endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    static List<Finding> of(Endpoint endpoint, Clock clock) {
        List<Finding> findings = new ArrayList<>(along(endpoint, clock));
        counter(endpoint).map(counter -> along(counter, clock)).ifPresent(findings::addAll);
        return findings;
    }

    /** Where secrets are given out, if that is another server. It is looked at unsigned, so that it gives none. */
    private static Optional<Endpoint> counter(Endpoint endpoint) {
        return Optional.ofNullable(endpoint.credentials().refresh())
                .map(Refresh::url)
                .filter(url -> !url.getAuthority().equals(endpoint.url().getAuthority()))
                .map(url -> new Endpoint(
                        endpoint.transport(),
                        url,
                        endpoint.dialect(),
                        Credentials.NONE,
                        null,
                        List.of(),
                        "",
                        endpoint.shownAt(url).orElse(null)));
    }

    private static List<Finding> along(Endpoint endpoint, Clock clock) {
        Reach reach = new Reach(endpoint, clock);
        boolean there = reach.name() && reach.port();
        if (there && !OF_THEIR_OWN.contains(endpoint.transport()) && reach.tls()) {
            reach.time();
        }
        return reach.findings;
    }

    private URI url() {
        String url = endpoint.url().toString();
        return url.startsWith(JDBC) ? URI.create(url.substring(JDBC.length())) : endpoint.url();
    }

    private boolean name() {
        try {
            String address = InetAddress.getByName(url().getHost()).getHostAddress();
            return found(good(About.NAME, url().getHost() + " 是 " + address, url().getHost() + " is " + address));
        } catch (UnknownHostException e) {
            return found(bad(
                    About.NAME,
                    "域名服务不认识 " + url().getHost() + "，请核对地址或域名设置",
                    url().getHost() + " is not known to the name service"));
        }
    }

    private int portNumber() {
        return url().getPort() >= 0 ? url().getPort() : USUAL_PORTS.getOrDefault(url().getScheme(), 80);
    }

    private boolean port() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url().getHost(), portNumber()), (int) PATIENCE.toMillis());
            return found(good(About.PORT, portNumber() + " 端口可以连接", "port " + portNumber() + " answers"));
        } catch (IOException e) {
            return found(bad(
                    About.PORT,
                    portNumber() + " 端口连接不上（" + e.getMessage() + "），请核对对方服务是否启动、防火墙是否放行",
                    "port " + portNumber() + " does not answer: " + e.getMessage()));
        }
    }

    private boolean tls() {
        if (!url().getScheme().equals("https")) {
            return found(note(About.TLS, "没有使用 TLS，内容可被途中的人看到", "not used: whoever is on the way can read along"));
        }
        try (SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(url().getHost(), portNumber())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            X509Certificate theirs = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return found(shaken(socket.getSession().getProtocol(), theirs));
        } catch (IOException e) {
            return found(new Handshake(e, url().getHost()).finding(registered("")));
        }
    }

    /** Of a certificate that is itself registered as an authority Java does not ask from when till when it is good. */
    private Finding shaken(String protocol, X509Certificate theirs) {
        Instant begin = theirs.getNotBefore().toInstant();
        Instant end = theirs.getNotAfter().toInstant();
        if (begin.isAfter(clock.instant())) {
            return note(
                    About.TLS,
                    protocol + "，对方服务器证书 " + begin + " 才生效，因为登记在 authorities 中才已被接受，请核对两边的时钟",
                    protocol + ", their server's certificate is not valid before " + begin
                            + " and is only accepted since it is among `authorities`");
        }
        return end.isBefore(clock.instant())
                ? note(
                        About.TLS,
                        protocol + "，对方服务器证书已于 " + end + " 过期，因为登记在 authorities 中才仍被接受，请对方更换",
                        protocol + ", their server's certificate ended " + end
                                + " and is only accepted since it is among `authorities`")
                : good(
                        About.TLS,
                        protocol + "，对方服务器证书有效至 " + end,
                        protocol + ", their server's certificate ends " + end);
    }

    /** Any answer will do; of those who speak the protocol it is the refusal of a request without a manifest. */
    private void time() {
        try (Line line = new Line(PATIENCE, LARGEST, context())) {
            HttpResponse<byte[]> answer = line.ask(request());
            Instant now = clock.instant();
            Optional<Instant> theirs = answer.headers().firstValue("date").flatMap(Reach::date);
            Finding clocks = theirs.map(time -> clocks(Duration.between(now, time), endpoint))
                    .orElseGet(() -> note(
                            About.CLOCK,
                            "对方的应答（HTTP " + answer.statusCode() + "）没有写明时间，无法核对",
                            "their answer (HTTP " + answer.statusCode() + ") does not say what time it is there"));
            found(clocks);
            if (answer.statusCode() / 100 == REDIRECTING) {
                found(note(
                        About.PORT,
                        "空请求得到的应答是转向他处（HTTP " + answer.statusCode() + "）；网关从不跟随转向，对报文也这样应答就送不到",
                        "an empty request is sent elsewhere (HTTP " + answer.statusCode()
                                + "); we never follow, so a message that is answered like this is not delivered"));
            }
            signature(line, clocks);
        } catch (IOException e) {
            found(broken(e));
        }
    }

    private void signature(Line line, Finding clocks) {
        try {
            new Trial(endpoint, line, clock, clocks).finding().ifPresent(this::found);
        } catch (IOException e) {
            found(bad(
                    About.SIGNATURE,
                    "对方应答了第一个空请求，后面的没有应答（" + e.getMessage() + "），签名没有试成，请核对对方是否限制连续请求",
                    "they answered the first empty request and none after it, so it was not found out: "
                            + e.getMessage()));
        }
    }

    /** That a certificate of ours is wanted, or another, is said by TLS 1.3 only after the handshake. */
    private Finding broken(IOException e) {
        boolean refused = Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .anyMatch(SSLException.class::isInstance);
        if (refused || endpoint.tls() != null) {
            return bad(
                    About.TLS,
                    "握手后没有应答（" + e.getMessage() + "）" + registered("，对方可能要求客户端证书，而文件中没有 tls"),
                    "they hang up after the handshake, and may want another certificate of ours: " + e.getMessage());
        }
        return bad(
                About.PORT,
                "连接后没有 HTTP 应答（" + e.getMessage() + "）",
                "it is connected to and does not answer: " + e.getMessage());
    }

    /** What is to be looked at where we show a certificate; else `otherwise`. */
    private String registered(String otherwise) {
        return endpoint.tls() == null ? otherwise : "，并请核对我方客户端证书 " + endpoint.tls() + " 是否已向对方登记";
    }

    private SSLContext context() {
        try {
            Tls tls = endpoint.tls();
            return tls == null ? SSLContext.getDefault() : tls.context();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request() {
        boolean ours = endpoint.transport() == Transport.NATIVE;
        HttpRequest.Builder request = HttpRequest.newBuilder(ours ? URI.create(url() + "/ledger.entry") : url());
        return ours
                ? request.POST(BodyPublishers.noBody()).build()
                : request.method("HEAD", BodyPublishers.noBody()).build();
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Judged by what they allow who take what we sign in this way. */
    static Finding clocks(Duration ahead, Endpoint endpoint) {
        Duration allowed = Trial.isTimed(endpoint) ? SignatureSettings.USUAL : TOO_FAR;
        String zh = "对方时钟比我方" + (ahead.isNegative() ? "慢 " : "快 ") + ahead.abs().toSeconds() + " 秒";
        String en =
                "theirs is " + ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " ours";
        if (ahead.abs().compareTo(allowed) > 0) {
            return bad(
                    About.CLOCK,
                    zh + "，最多可差 " + allowed.toSeconds() + " 秒，报文会因时间不符被拒，请校时",
                    en + " and may be " + allowed.toSeconds() + " s: messages are refused as stale");
        }
        return ahead.abs().compareTo(NOTICEABLE) > 0 ? note(About.CLOCK, zh, en) : good(About.CLOCK, zh, en);
    }

    private boolean found(Finding finding) {
        findings.add(finding);
        return !finding.isBad();
    }
}
