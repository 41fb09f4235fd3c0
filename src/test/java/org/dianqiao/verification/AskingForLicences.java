package org.dianqiao.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.sandbox.Answer;
import org.dianqiao.sandbox.Letter;
import org.dianqiao.sandbox.Outsider;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Simulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The grid asks a licence service, which speaks its own dialect, what a customer would otherwise have to bring. */
abstract class AskingForLicences extends AtTheDoor {

    static final String SERVICE = "licences.henan";
    static final String IN_CLEAR = "dianqiao";
    static final String BUSINESS = "11100000MB0143028R001";
    static final String ESTATE = "11100000MB03271699001";
    static final String CONSTRUCTOR = "11100000000013338W001";
    static final String CONSTRUCTION = "11100000000013338W009";
    static final String SPECIAL_WORKS = "11100000000013338W032";
    static final String DEVELOPERS_LICENCE =
            "1.2.156.3005.2.11100000MB0143028R001.11410100MB1T00041M.2022031500017.001.E";

    static final String DEVELOPER = "91410100MA7K3D2F5N";
    static final String MANAGER = "41010519900307123X";
    static final String FLAT_OWNER = "341002198512310028";
    static final String TEA_MAKER = "91341002MA8P7T4H6E";

    private static final Map<String, String> NAMES = Map.of(
            DEVELOPER, "河南中原置业有限公司",
            MANAGER, "李卫东",
            FLAT_OWNER, "程雨薇",
            TEA_MAKER, "黄山市徽韵茶业有限公司");

    private final String caseId = UUID.randomUUID().toString();
    final Queue<String> fetched = new ConcurrentLinkedQueue<>();
    private Simulator service;
    private @Nullable HttpServer played;

    @BeforeEach
    void opens() {
        service(Faults.none(), IN_CLEAR);
    }

    @AfterEach
    void closes() {
        service.close();
        if (played != null) {
            played.stop(0);
        }
    }

    /** `account`: in clear, or one whose answers are encrypted. */
    void service(Faults faults, String account) {
        if (service != null) {
            service.close();
        }
        Path sandbox = home().resolve("data/sandbox");
        Outsider.Caller caller = new Outsider.Caller(sandbox.resolve("gateway.pem"), null, line -> {});
        try {
            service = Outsider.LICENCE_SERVICE.open(
                    sandbox, new InetSocketAddress("127.0.0.1", 0), faults, CLOCK, caller);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serviceAt(service.address().resolve("/CertShare"), account);
    }

    static void serviceAt(URI address, String account) {
        serviceAt(address, account, "");
    }

    /** `files`: where its links may lead besides. */
    static void serviceAt(URI address, String account, String files) {
        serviceAt(address, account, files, "");
    }

    /** `more`: a further line of its endpoint. */
    static void serviceAt(URI address, String account, String files, String more) {
        describe(SERVICE, """
                kind: licence-service
                region: "410000"
                endpoint:
                  transport: rest
                  dialect: licence-service
                  url: "%s"
                  signature: in-body
                  account: %s
                  secret: "sandbox:licence-service/access-token"
                  files: [%s]
                  %s
                sends: []
                receives: [licence.lookup, licence.verify]
                """.formatted(address, account, files, more));
    }

    /** Which we share with the service. */
    static Path token() {
        return home().resolve("data/sandbox/licence-service/access-token");
    }

    /** A service of its own, that says this to everything. */
    void answersAlways(String text) {
        byte[] answer = text.getBytes(StandardCharsets.UTF_8);
        answers(call -> {
            call.getRequestBody().readAllBytes();
            call.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            call.getResponseBody().write(answer);
        });
    }

    interface Playing {
        void handle(HttpExchange call) throws IOException, InterruptedException;
    }

    URI answers(Playing handler) {
        try {
            played = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        played.createContext("/", call -> {
            try (call) {
                handler.handle(call);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        played.start();
        URI address = URI.create("http://127.0.0.1:" + played.getAddress().getPort() + "/CertShare");
        serviceAt(address, IN_CLEAR);
        return address;
    }

    /** One that gives this link to everything, at which there is this. */
    void play(HttpExchange call, String link, byte[] file, String identifier) throws IOException {
        call.getRequestBody().readAllBytes();
        String path = call.getRequestURI().getPath();
        String scheme = call instanceof HttpsExchange ? "https" : "http";
        int port = call.getLocalAddress().getPort();
        if (path.endsWith("queryCertInfo")) {
            respond(call, told());
        } else if (path.endsWith("downloadUrl")) {
            String to = link.replace("{base}", scheme + "://127.0.0.1:" + port).replace("{port}", "" + port);
            respond(call, """
                    {"head":{"status":0},"data":{"contentType":"http","content":"%s","certIdentifier":"%s"}}
                    """.formatted(to, identifier).getBytes(StandardCharsets.UTF_8));
        } else {
            fetched.add(path);
            respond(call, file);
        }
    }

    /** As the mapping's own example has it. */
    static byte[] told() throws IOException {
        Path example = Path.of("mappings/dialects/licence-service/lookup-answer.in.json");
        return new ObjectMapper()
                .readTree(example.toFile())
                .path("answer")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static void respond(HttpExchange call, byte[] body) throws IOException {
        try (call) {
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
        }
    }

    Parcel question(String what, ObjectNode payload) {
        return draft(what, payload).sealed();
    }

    Draft draft(String what, ObjectNode payload) {
        return query(GRID, what, payload).put("purpose", "supply application").put("case", caseId);
    }

    Reply lookup(ObjectNode payload) {
        return post(question("licence.lookup", payload));
    }

    Reply verify(ObjectNode payload) {
        return post(question("licence.verify", payload));
    }

    static ObjectNode one() {
        return Plots.object().put("identifier", DEVELOPERS_LICENCE).put("files", true);
    }

    /** By another program, which holds each part against the manifest. */
    static Answer ask(ObjectNode payload) {
        return desk(GRID).send(Letter.query("licence.lookup", payload).because("supply application"));
    }

    static JsonNode licence(Answer answer) {
        return answer.json().path("licences").path(0);
    }

    /** How our questions to the service ended, those of this test. */
    List<String> outcomes() {
        return database().sql("""
                        SELECT outcome FROM ledger_entry WHERE direction = 'out' AND partner = ? AND case_id = ?
                        """).params(SERVICE, caseId).query(String.class).list();
    }

    /** 502 with a sentence in which this stands, both sides in the ledger, and nothing of whom the answer speaks. */
    void assertNoAnswer(Reply reply, Parcel parcel, String sentence) {
        assertRefused(reply, parcel, 502, "provider-failed");
        assertThat(reply.json().path("detail").asText()).contains(sentence);
        assertThat(new String(reply.body())).doesNotContain("中原置业", "程雨薇", "李卫东", "麦香", "徽韵");
    }

    static ObjectNode of(String holder, String... types) {
        ObjectNode question = Plots.object();
        question.set("holder", holder(holder));
        for (String type : types) {
            question.withArray("/types").add(type);
        }
        return question;
    }

    static ObjectNode holder(String number) {
        boolean person = !number.startsWith("9");
        return Plots.object()
                .put("kind", person ? "person" : "enterprise")
                .put("name", NAMES.get(number))
                .put("idType", person ? "111" : "001")
                .put("idNo", number);
    }
}
