package org.dianqiao.connector;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Plots;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.exchange.TurnedAway;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partners;
import org.dianqiao.partner.SecretPlaces;
import org.dianqiao.sandbox.marketing.Marketing;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Simulator;
import org.dianqiao.sandbox.outside.Way;
import org.junit.jupiter.api.AfterEach;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Jinan's supply company, which has a marketing system and nothing else, and a channel through which a bakery applies. */
public abstract class WithMarketing extends AtTheDoor {

    protected static final String GRID_OF_JINAN = "grid.jinan";
    protected static final String TOKEN = "TESTTOKEN0123456789";

    private static final String CHANNEL = "service-net.jinan";

    protected final List<String> narration = new CopyOnWriteArrayList<>();
    protected final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    /** What nobody will take any more is not tried on the next test's system. */
    @AfterEach
    void closeAll() throws Exception {
        database()
                .sql("DELETE FROM delivery WHERE partner = ?")
                .param(utility())
                .update();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    /** The simulated system, calling back. */
    protected void plays(Faults faults) {
        try {
            Path folder = Files.createDirectories(home().resolve("data/marketing"));
            Files.writeString(folder.resolve("call-back-token"), TOKEN);
            Way way = new Way(door("call-back"), Duration.ofMillis(10), narration::add);
            Simulator marketing =
                    Marketing.open(new Scene(new InetSocketAddress("127.0.0.1", 0), faults, folder, CLOCK), way);
            open.add(marketing);
            register(marketing.address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that answers as the test says. */
    protected PlayedMarketing answers() {
        try {
            PlayedMarketing played = new PlayedMarketing();
            open.add(played);
            register(played.address());
            return played;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected void register(URI system) throws IOException {
        newcomer(CHANNEL, """
            kind: channel
            region: "370100"
            sends: [ { service: supply.applied }, { service: progress.lookup } ]
            """);
        Files.writeString(Files.createDirectories(home().resolve("secrets")).resolve("marketing"), TOKEN);
        describe(utility(), """
            kind: utility
            utility: electricity
            endpoint: { dialect: marketing, %s }
            rate: { perSecond: 5000, burst: 10000 }
            """.formatted(spokenTo(system)) + whereAndWhat());
    }

    protected String utility() {
        return GRID_OF_JINAN;
    }

    /** Where it supplies, and what it says and hears. */
    protected String whereAndWhat() {
        return """
            region: "370100"
            sends: [ { service: progress.reported } ]
            receives: [ supply.applied ]
            """;
    }

    /** Where it calls back. */
    protected URI door(String what) {
        return gateway().resolve("/connect/v1/" + utility() + "/marketing/" + what);
    }

    /** How its file says that it is spoken to. */
    protected String spokenTo(URI system) throws IOException {
        return """
            transport: rest, url: "%s/esb/transformation", signature: bearer, secret: "file:secrets/marketing"\
            """.formatted(system);
    }

    protected static URI callBacks() {
        return gateway().resolve("/connect/v1/" + GRID_OF_JINAN + "/marketing/call-back");
    }

    /** At a door that no route has opened yet. */
    static MockHttpServletResponse calledBeforeItOpens(String what, String type) throws Exception {
        return called(what, type, () -> false);
    }

    static MockHttpServletResponse called(String what, String type, BooleanSupplier open) throws Exception {
        Path mappings = home().resolve("mappings");
        SecretPlaces secrets = new SecretPlaces(home(), System.getenv());
        SideDoor door = new SideDoor(
                new Watched<>(
                        List.of(),
                        () -> Partners.read(mappings.resolve("partners"), bean(Catalogue.class), secrets, "gateway")),
                bean(HeaderSignatures.class),
                bean(SoapMessages.class),
                bean(Dialects.class),
                new Wsdls(mappings.resolve("dialects")),
                bean(TurnedAway.class),
                open);
        String path = SideDoor.PREFIX + GRID_OF_JINAN + "/" + what;
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContentType(type);
        MockHttpServletResponse response = new MockHttpServletResponse();
        door.doFilter(request, response, new MockFilterChain());
        return response;
    }

    protected static ObjectNode bakery() {
        ObjectNode application = Plots.object()
                .put("applicationNo", "SQ-" + UUID.randomUUID())
                .put("channel", "service-net")
                .put("customerClass", "small-micro")
                .put("capacityKw", 15.5)
                .put("voltageKv", 0.38)
                .put("supplies", 1)
                .put("purpose", "烘焙")
                .put(
                        "at",
                        CLOCK.instant()
                                .minusSeconds(60)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
        application
                .putObject("applicant")
                .put("kind", "enterprise")
                .put("name", "济南市历下区泉城麦香烘焙坊")
                .put("idType", "001")
                .put("idNo", "92370102MA3MRX6K1B");
        application.putObject("site").put("regionCode", "370102").put("address", "山东省济南市历下区泉城路180号");
        application.putArray("documents");
        return application;
    }

    protected static String applied() {
        return applied(bakery());
    }

    /** The application's number. */
    protected static String applied(ObjectNode application) {
        accepted(post(event(CHANNEL, "supply.applied", application)));
        return application.path("applicationNo").asText();
    }

    protected static List<String> numbers(String applicationNo) {
        return database()
                .sql("SELECT number FROM pre_application WHERE application_no = ?")
                .param(applicationNo)
                .query(String.class)
                .list();
    }

    protected static String number(String applicationNo) {
        await().until(() -> numbers(applicationNo).size() == 1);
        return numbers(applicationNo).get(0);
    }

    /** Outcomes of what was brought there, as the ledger has them. */
    protected static List<String> ends(String applicationNo) {
        return database().sql("""
            SELECT outcome FROM ledger_entry JOIN pre_application USING (partner, message_id)
            WHERE direction = 'out' AND application_no = ?
            """).param(applicationNo).query(String.class).list();
    }

    protected static void awaitEnd(String applicationNo, String outcome) {
        await().until(() -> ends(applicationNo).equals(List.of(outcome)));
    }

    /** Tried so often and in vain, it waits for its next time. */
    protected static String awaitAttempts(String applicationNo, int attempts) {
        await().until(() ->
                waiting(applicationNo, "attempts", Integer.class).stream().anyMatch(made -> made >= attempts));
        await().until(() -> !waiting(applicationNo, "problem", String.class).isEmpty());
        return waiting(applicationNo, "problem", String.class).get(0);
    }

    private static <T> List<T> waiting(String applicationNo, String column, Class<T> type) {
        return database()
                .sql("""
                    SELECT delivery.%s FROM delivery JOIN pre_application USING (partner, message_id)
                    WHERE application_no = ? AND problem IS NOT NULL
                    """.formatted(column))
                .param(applicationNo)
                .query(type)
                .list();
    }

    protected static JsonNode lookup(String applicationNo) {
        return accepted(post(query(CHANNEL, "progress.lookup", Plots.object().put("applicationNo", applicationNo))))
                .json();
    }
}
