package org.dianqiao.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.dianqiao.ledger.Millions;

/**
 * Whether the ledger stays as fast when it grows: `./mvnw -Pbench verify -Dbench=org.dianqiao.bench.TreeBench`. Sealing
 * at ten thousand, a million and ten million entries in one run, then proofs, the last of them as an auditor asks.
 */
public final class TreeBench {

    private static final List<Integer> SIZES = List.of(10_000, 1_000_000, 10_000_000);
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 100;
    private static final int ASKED = 2000;

    private TreeBench() {}

    public static void main(String... args) throws Exception {
        try (Millions small = ledger(SIZES.get(0));
                Millions large = ledger(SIZES.get(1));
                Millions largest = ledger(SIZES.get(2))) {
            sealing(List.of(small, large, largest));
            say("inclusion proof", largest.size(), largest.proofs());
        }
        try (GatewayProcess gateway = GatewayProcess.start(Home.of(home(SIZES.get(2))))) {
            overHttp(URI.create("http://127.0.0.1:" + gateway.port() + "/ledger/v1/"));
        }
    }

    private static Millions ledger(int size) throws IOException {
        Millions ledger = new Millions(Home.fresh(home(size)).path().resolve("data"));
        ledger.growTo(size);
        return ledger;
    }

    private static String home(int size) {
        return "bench-tree-" + size;
    }

    /** In turns, so that whatever else the machine does slows all of them alike; the middle one of all rounds. */
    private static void sealing(List<Millions> ledgers) {
        double[][] micros = new double[ledgers.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int i = 0; i < ledgers.size(); i++) {
                micros[i][Math.max(round, 0)] = ledgers.get(i).sealing();
            }
        }
        for (int i = 0; i < ledgers.size(); i++) {
            Arrays.sort(micros[i]);
            double middle = micros[i][ROUNDS / 2];
            double ratio = middle / micros[0][ROUNDS / 2];
            Bench.say("sealing at %,d: %.1f µs an entry; ratio %.2f", SIZES.get(i), middle, ratio);
        }
    }

    private static void overHttp(URI ledger) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String head = get(client, ledger.resolve("head"));
        long size = Long.parseLong(head.replaceFirst(".*\"size\":(\\d+).*", "$1"));
        double[] millis = new double[ASKED];
        for (int i = -ASKED; i < ASKED; i++) {
            long index = ThreadLocalRandom.current().nextLong(size);
            URI proof = ledger.resolve("proofs/inclusion?index=" + index + "&size=" + size);
            long begin = System.nanoTime();
            get(client, proof);
            millis[Math.max(i, 0)] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        say("over HTTP", size, millis);
    }

    private static String get(HttpClient client, URI what) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(what).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(what + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static void say(String what, long size, double[] millis) {
        Bench.say(
                "%s out of %,d: p50 %.2f ms, p99 %.2f ms",
                what, size, millis[millis.length / 2], millis[millis.length * 99 / 100]);
    }
}
