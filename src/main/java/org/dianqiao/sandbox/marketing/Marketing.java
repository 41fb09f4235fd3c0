package org.dianqiao.sandbox.marketing;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.dianqiao.sandbox.outside.CallersSoap;
import org.dianqiao.sandbox.outside.Door;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Secrets;
import org.dianqiao.sandbox.outside.SignedSoap;
import org.dianqiao.sandbox.outside.Simulator;
import org.dianqiao.sandbox.outside.SoapKeys;
import org.dianqiao.sandbox.outside.Way;
import org.jspecify.annotations.Nullable;

/** A province's marketing system behind its ESB. */
public final class Marketing implements Simulator {

    private static final String PATH = "/esb/transformation";
    private static final String SOAP = "/services/transformation";
    private static final Set<Fault> OF_SIGNATURES =
            EnumSet.of(Fault.SWAPPED_PARTS, Fault.UNSIGNED, Fault.STALE_TIMESTAMP);
    private static final Set<Fault> OF_ANSWERS = EnumSet.of(
            Fault.SLOW,
            Fault.TEXT_ERRORS,
            Fault.LEADING_ZEROS,
            Fault.TIME_OUT_AFTER_SUCCESS,
            Fault.GBK,
            Fault.ENDLESS,
            Fault.HUGE,
            Fault.REDIRECT_METADATA,
            Fault.REDIRECT_FILE);

    private final Door door;
    private final @Nullable Workshop workshop;
    private final String token;

    private Marketing(Door door, @Nullable Workshop workshop, String token) {
        this.door = door;
        this.workshop = workshop;
        this.token = token;
    }

    public static Set<Fault> faults() {
        Set<Fault> all = EnumSet.of(Fault.OUT_OF_ORDER);
        all.addAll(OF_ANSWERS);
        all.addAll(OF_SIGNATURES);
        return all;
    }

    /** Without a way back it takes what comes and does nothing about it. */
    public static Marketing open(Scene scene, @Nullable Way way) throws IOException {
        Faults faults = scene.faults();
        String token = new Secrets(scene.folder()).of("call-back-token");
        SoapKeys keys = SoapKeys.of(scene.folder(), scene.clock());
        SignedSoap signed = new SignedSoap(keys, faults, scene.clock());
        Orders orders = new Orders(scene.clock());
        Workshop workshop = way == null ? null : workshop(way, token, signed, orders, scene);
        Consumer<Order> taken = workshop == null ? order -> {} : workshop::begin;
        Consumer<String> narration = way == null ? line -> {} : way.narration();
        Counter counter = new Counter(orders, taken, new Desk(workshop, narration));
        SoapCounter soap = new SoapCounter(counter, new CallersSoap(keys, scene.clock()), signed);
        Door door = Door.at(scene.address(), faults)
                .answer(PATH, OF_ANSWERS, counter::answer)
                .answer(SOAP, OF_ANSWERS, soap::answer)
                .start();
        return new Marketing(door, workshop, token);
    }

    private static Workshop workshop(Way way, String token, SignedSoap signed, Orders orders, Scene scene) {
        Faults faults = scene.faults();
        UnaryOperator<byte[]> writing = faults.has(Fault.LEADING_ZEROS) ? Json::unquoted : UnaryOperator.identity();
        CallBacks callBacks = new CallBacks(way.door(), token, writing, signed, way.narration());
        return new Workshop(orders, callBacks, faults, way.pause(), scene.clock());
    }

    @Override
    public URI address() {
        return door.address();
    }

    @Override
    public List<String> introduction() {
        List<String> lines = new ArrayList<>(List.of(
                "预申请 POST " + address() + PATH + "?serCode=" + Counter.APPLY,
                "查询 POST " + address() + PATH + "?serCode=" + Counter.ASK + " {serviceCode, data: {preAppNo}}",
                "线索 ?serCode=" + Counter.LEAD + "，审批结果 ?serCode=" + Counter.RESULT + "，查询 ?serCode="
                        + Counter.ASK_MESSAGE + " {serviceCode, data: {msgNo}} leads, results, and what became of them",
                "旧式 SOAP POST " + address() + SOAP + " <ORDER>，SERVICECODE " + SoapCounter.codes()
                        + "，双向签名，密钥见其文件夹 signed both ways, keys in its folder",
                "elecAddr 含“补件”或“退单”时走相应流程 an address with 补件 or 退单 takes that course"));
        lines.add(
                workshop == null
                        ? "不回调：没有 --call-back no call-backs without --call-back"
                        : "回调 calls back to " + workshop.callBacks().address() + " Authorization: Bearer " + token);
        return lines;
    }

    @Override
    public void close() {
        door.close();
        if (workshop != null) {
            workshop.close();
        }
    }
}
