package org.dianqiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.DeadlineWatch;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.platform.Gateway;
import org.dianqiao.sandbox.Answer;
import org.dianqiao.sandbox.Counter;
import org.dianqiao.sandbox.Desk;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Letter;
import org.dianqiao.sandbox.Newcomers;
import org.dianqiao.sandbox.Refusal;
import org.dianqiao.sandbox.SandboxKeys;
import org.dianqiao.sandbox.Signatories;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A gateway of its own and the story's partners around it, who all live by one clock: its days pass when a test says so.
 * Each midnight is looked at from both sides, so that a warning has the moment on which it was due.
 */
public final class Season implements AutoCloseable {

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private final MovedClock clock;
    private final Path home = Homes.fresh();
    private final Map<String, List<Incoming>> heard = new ConcurrentHashMap<>();
    private final List<Counter> counters = new ArrayList<>();
    private ConfigurableApplicationContext gateway;

    private Season(Instant begin, List<String> partners) throws IOException {
        clock = new MovedClock(begin);
        SandboxKeys.make(keys(), clock);
        for (String partner : partners) {
            open(partner);
        }
        gateway = run();
    }

    /** `begin`: as a clock on the wall shows it, `2025-12-29T10:00`. `partners`: those who have a counter. */
    public static Season from(String begin, String... partners) {
        try {
            return new Season(moment(begin), List.of(partners));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(String partner) throws IOException {
        List<Incoming> told = heard.computeIfAbsent(partner, any -> new CopyOnWriteArrayList<>());
        Counter counter =
                Counter.open(new InetSocketAddress("127.0.0.1", 0), identity(partner), signatories(), told::add, clock);
        counters.add(counter);
        Homes.point(home, partner, counter.endpoint());
    }

    /** While time stands still no second attempt would come: the first one has long enough. */
    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(Gateway.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("moved", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--dianqiao.home=" + home,
                        "--dianqiao.sandbox=keys",
                        "--server.port=0",
                        "--dianqiao.delivery.timeout=2m");
    }

    /** Nothing is remembered but what is kept. */
    public void restart() {
        gateway.close();
        gateway = run();
    }

    public String now() {
        return clock.instant().toString();
    }

    /** Nothing is under way when time passes: an office is told on the day on which it was to be told. */
    public void until(String moment) {
        Instant end = moment(moment);
        for (Instant midnight = nextMidnight(); !midnight.isAfter(end); midnight = nextMidnight()) {
            at(midnight.minusSeconds(1));
            at(midnight);
        }
        at(end);
    }

    private Instant nextMidnight() {
        return WorkingDays.startOf(WorkingDays.dayOf(clock.instant()).plusDays(1));
    }

    private void at(Instant moment) {
        delivered();
        clock.pass(Duration.between(clock.instant(), moment));
        await().pollDelay(Duration.ZERO).until(() -> {
            bean(DeadlineWatch.class).look();
            return count("deadline WHERE look_at <= '" + moment + "'") == 0;
        });
    }

    private void delivered() {
        await().pollDelay(Duration.ZERO).until(() -> count("delivery") == 0);
    }

    public void tell(String partner, String service, JsonNode payload) {
        Answer answer = send(partner, Letter.event(service, payload));
        assertThat(answer.accepted()).as("%s", answer.json()).isTrue();
    }

    public JsonNode ask(String partner, String service, JsonNode question) {
        Answer answer = send(partner, Letter.query(service, question));
        assertThat(answer.accepted()).as("%s", answer.json()).isTrue();
        return answer.json();
    }

    private Answer send(String partner, Letter letter) {
        return new Desk(identity(partner), url(), signatories(), clock, 1).send(letter);
    }

    /** A notice is published, and its days are put into the calendar of its year. */
    public void announced(int year, UnaryOperator<String> notice) throws IOException {
        Path file = home.resolve("mappings/calendars/" + year + ".yaml");
        Newcomers.put(file, notice.apply(Files.readString(file)));
        bean(FileWatch.class).refresh();
        assertThat(bean(FileWatch.class).faults()).isEmpty();
    }

    /** The last day of a period as it is kept: by it the board is ordered. */
    public String kept(String caseNo, String about) {
        OffsetDateTime end = bean(JdbcClient.class)
                .sql("SELECT due_at FROM deadline WHERE case_no = ? AND about = ?")
                .params(caseNo, about)
                .query(OffsetDateTime.class)
                .single();
        return WorkingDays.dayOf(end.toInstant().minusMillis(1)).toString();
    }

    /** What an office was told by now. */
    public List<ObjectNode> heard(String partner, String service) {
        delivered();
        return heard.get(partner).stream()
                .filter(message -> message.service().equals(service))
                .map(Season::payload)
                .toList();
    }

    /** The warnings about one period: `blue 2026-01-04T00:00`. */
    public List<String> warned(String caseNo, String about) {
        return bean(Cases.class).timeline(caseNo).stream()
                .filter(event -> event.what().equals("warned") && about.equals(event.about()))
                .map(event -> event.told().path("colour").asText() + " " + LocalDateTime.ofInstant(event.at(), BEIJING))
                .distinct()
                .toList();
    }

    /** The warnings of which an office was told, with the last day that they named. */
    public List<String> warnings(String partner, String about) {
        return heard(partner, "deadline.warned").stream()
                .filter(letter -> letter.path("about").asText().equals(about))
                .map(letter -> letter.path("colour").asText() + " "
                        + letter.at("/limit/due").asText())
                .toList();
    }

    private long count(String rows) {
        return bean(JdbcClient.class)
                .sql("SELECT count(*) FROM " + rows)
                .query(Long.class)
                .single();
    }

    private <T> T bean(Class<T> type) {
        return gateway.getBean(type);
    }

    private URI url() {
        int port = ((ServletWebServerApplicationContext) gateway).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    private Identity identity(String partner) {
        try {
            return Identity.open(partner, keys().resolve(partner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Signatories signatories() {
        try {
            return Signatories.pinned(keys().resolve("gateway.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path keys() {
        return home.resolve("data/sandbox");
    }

    private static Instant moment(String onTheWall) {
        return LocalDateTime.parse(onTheWall).toInstant(BEIJING);
    }

    private static ObjectNode payload(Incoming message) {
        try {
            return message.payload();
        } catch (Refusal e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        counters.forEach(Counter::close);
    }
}
