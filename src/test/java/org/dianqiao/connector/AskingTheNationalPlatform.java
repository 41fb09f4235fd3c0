package org.dianqiao.connector;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Plots;
import org.dianqiao.platform.FileWatch;
import org.dianqiao.sandbox.national.NationalPlatform;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The grid asks who its customers are, of registers that are reached through the national platform. */
abstract class AskingTheNationalPlatform extends AtTheDoor {

    static final String POLICE = "police.national";
    static final String REGULATOR = "market-regulator.national";
    static final String REGISTRY = "registry.zhengzhou";
    static final String DEVELOPER = "91410100MA7K3D2F5N";

    private NationalPlatform platform;

    @BeforeEach
    void nobodyHasAskedBefore() {
        database().sql("DELETE FROM held_answer").update();
    }

    @AfterEach
    void closes() {
        if (platform != null) {
            platform.close();
        }
    }

    /** The partners' files lead to it, and it has given us a secret. */
    final void opened(Faults faults) throws IOException {
        openedWithoutSecret(faults);
        await().until(() -> {
            bean(SecretWatch.class).refresh();
            return secrets() > 0;
        });
    }

    final void openedWithoutSecret(Faults faults) throws IOException {
        Path folder = home().resolve("data/sandbox/national-platform");
        platform =
                NationalPlatform.open(new Scene(new InetSocketAddress("127.0.0.1", 0), faults, folder, CLOCK), way());
        for (String partner : List.of(POLICE, REGULATOR, REGISTRY)) {
            Path file = home().resolve("mappings/partners/" + partner + ".yaml");
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceAll("http://127.0.0.1:\\d+", address())
                            .replaceFirst("transport: \\w+", "transport: " + transport())
                            .replaceFirst("/(rest|wsproxy)\"", transport().equals("soap") ? "/wsproxy\"" : "/rest\""));
        }
        bean(FileWatch.class).refresh();
    }

    /** Where it tells something by itself. */
    @Nullable
    Way way() {
        return null;
    }

    String transport() {
        return "rest";
    }

    final String address() {
        return platform.address().toString();
    }

    private long secrets() {
        return database()
                .sql("SELECT count(*) FROM given_secret WHERE requester LIKE ? AND secret IS NOT NULL")
                .param("%" + address() + "%")
                .query(Long.class)
                .single();
    }

    static Draft identity(String name, String number) {
        return asked("identity.verify", Plots.object().put("name", name).put("idNo", number));
    }

    static Draft identity(String name, String number, String faceToken) {
        ObjectNode person = Plots.object().put("name", name).put("idNo", number);
        return asked("identity.verify", person.put("faceToken", faceToken));
    }

    static Draft enterprise(String code) {
        return asked("enterprise.verify", Plots.object().put("uscc", code));
    }

    static Draft enterprise(String code, String name) {
        return asked("enterprise.verify", Plots.object().put("uscc", code).put("name", name));
    }

    /** Of Zhengzhou's registry. */
    static Draft property(String member, JsonNode value) {
        ObjectNode question = Plots.object().put("regionCode", Plots.ZHENGZHOU);
        return asked("property.lookup", question.set(member, value));
    }

    static Draft asked(String service, ObjectNode payload) {
        return query(GRID, service, payload).put("purpose", "supply application");
    }

    /** How the last question to a register ended. */
    static String outcome(String partner) {
        return database()
                .sql(
                        "SELECT outcome FROM ledger_entry WHERE direction = 'out' AND partner = ? ORDER BY id DESC LIMIT 1")
                .param(partner)
                .query(String.class)
                .single();
    }
}
