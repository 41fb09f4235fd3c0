package org.dianqiao.sandbox.national;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.dianqiao.sandbox.outside.Asked;
import org.dianqiao.sandbox.outside.Door;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Reply;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Secrets;
import org.dianqiao.sandbox.outside.Simulator;
import org.dianqiao.sandbox.outside.Soap;
import org.dianqiao.sandbox.outside.Way;
import org.jspecify.annotations.Nullable;

/** The national platform: one gate, and behind it the police, the market regulator and the registry of real estate. */
public final class NationalPlatform implements Simulator {

    /** The number that the platform knows the gateway by. */
    public static final String REQUESTER = "5f0c2a6e-93d1-4b7a-8e41-d6b7c0a91f32@df-41";

    public static final String POPULATION = "s_1100000000000_2108";
    public static final String FACE = "s_1100000000000_2109";
    public static final String ENTERPRISE = "s_1100000000000_3101";
    public static final String ENTERPRISE_NAMED = "s_1100000000000_3102";
    public static final String PROPERTY = "s_1100000000000_4101";

    /** What the platform tells itself. */
    public static final String REGISTERED = "s_1100000000000_3103";

    private static final String REST = "/rest/";
    private static final String SOAP = "/wsproxy/";
    private static final String PROXY = "urn:national-platform:wsproxy";
    private static final Duration LATENESS = Duration.ofSeconds(5);
    private static final Set<Fault> OF_REFRESHING =
            EnumSet.of(Fault.SLOW, Fault.TEXT_ERRORS, Fault.LEADING_ZEROS, Fault.TIME_OUT_AFTER_SUCCESS);
    private static final Set<Fault> OF_SERVICES = EnumSet.of(
            Fault.SLOW,
            Fault.TEXT_ERRORS,
            Fault.LEADING_ZEROS,
            Fault.GBK,
            Fault.ENDLESS,
            Fault.HUGE,
            Fault.REDIRECT_METADATA,
            Fault.REDIRECT_FILE);

    private final Door door;
    private final Gate gate;
    private final Registers registers;
    private final Map<String, Function<JsonNode, ObjectNode>> services;
    private final @Nullable Herald herald;

    private NationalPlatform(Door door, Gate gate, Registers registers, @Nullable Herald herald) {
        this.door = door;
        this.gate = gate;
        this.herald = herald;
        this.registers = registers;
        this.services = new TreeMap<>(Map.of(
                POPULATION, registers::population,
                FACE, registers::face,
                ENTERPRISE, registers::enterprise,
                ENTERPRISE_NAMED, registers::enterpriseNamed,
                PROPERTY, registers::property));
    }

    public static Set<Fault> faults() {
        Set<Fault> all = EnumSet.of(Fault.LATE_SECRET, Fault.WRONG_CHECK, Fault.SWAPPED);
        all.addAll(OF_REFRESHING);
        all.addAll(OF_SERVICES);
        return all;
    }

    public static NationalPlatform open(Scene scene) throws IOException {
        return open(scene, null);
    }

    /** Without a way to the gateway it is asked only. */
    public static NationalPlatform open(Scene scene, @Nullable Way way) throws IOException {
        Faults faults = scene.faults();
        String appKey = new Secrets(scene.folder()).of("app-key");
        Duration delay = faults.has(Fault.LATE_SECRET) ? LATENESS : Duration.ZERO;
        AppSecrets secrets = new AppSecrets(appKey, delay, scene.clock());
        Gate gate = new Gate(REQUESTER, appKey, secrets, scene.clock());
        Herald herald = way == null ? null : new Herald(way, secrets, scene.clock());
        NationalPlatform platform =
                new NationalPlatform(Door.at(scene.address(), faults), gate, new Registers(faults), herald);
        platform.door
                .answer(Gate.REFRESH, OF_REFRESHING, platform::refresh)
                .answer(REST, OF_SERVICES, platform::serve)
                .answer(SOAP, OF_SERVICES, platform::proxy)
                .start();
        return platform;
    }

    private Reply refresh(Asked asked) {
        Reply reply = gate.refresh(asked);
        if (herald != null && reply.status() == 200) {
            herald.begin();
        }
        return reply;
    }

    private Reply serve(Asked asked) {
        return served(asked, asked.json().orElseGet(Json::object));
    }

    /** The same in SOAP; who is turned away at the gate hears it in its words. */
    private Reply proxy(Asked asked) {
        Reply reply = served(asked, Soap.asked(asked.body()).orElseGet(Json::object));
        return reply.status() == 200
                ? Soap.reply(Soap.envelope(Soap.operation(PROXY, "invokeResponse", "return", "response", reply.said())))
                : reply;
    }

    private Reply served(Asked asked, ObjectNode question) {
        try {
            String sid = gate.pass(asked);
            Function<JsonNode, ObjectNode> service = services.get(asked.what());
            if (service == null || !sid.equals(asked.what())) {
                throw Denied.behindIt(Denied.UNKNOWN_SERVICE, "服务不存在或与 gjgxjhpt_sid 不符");
            }
            return Gate.done(service.apply(question));
        } catch (Denied denied) {
            return Gate.denied(denied);
        }
    }

    @Override
    public URI address() {
        return door.address();
    }

    @Override
    public List<String> introduction() {
        List<String> lines = new ArrayList<>(List.of(
                "POST " + address() + Gate.REFRESH,
                "gjgxjhpt_rid " + gate.requester() + " app key " + gate.appKey() + " (AES/ECB/PKCS5)",
                "以下服务亦可以 SOAP 调用 each of these in SOAP too: POST " + address() + SOAP + "{sid}",
                "人口基准核查 POST " + REST + POPULATION + " {xm, gmsfhm}",
                "人像比对 POST " + REST + FACE + " {gmsfhm, rxpz}",
                "企业基本信息查询 POST " + REST + ENTERPRISE + " {uniscid}",
                "企业基本信息验证 POST " + REST + ENTERPRISE_NAMED + " {uniscid, entname}",
                "不动产登记信息查询 POST " + REST + PROPERTY + " {bdcdyh | bdcqzh | qlrzjh}"));
        lines.add(
                herald == null
                        ? "不告知设立登记：没有 --call-back tells of no registration without --call-back"
                        : "设立登记 tells of a registration at " + herald.door() + ", gjgxjhpt_sid " + REGISTERED);
        registers.people().forEach(person -> lines.add(person.toString()));
        registers.enterprises().forEach(enterprise -> lines.add(enterprise.toString()));
        registers.units().forEach(unit -> lines.add(unit.toString()));
        return lines;
    }

    @Override
    public void close() {
        door.close();
        if (herald != null) {
            herald.close();
        }
    }
}
