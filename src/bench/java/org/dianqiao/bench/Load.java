package org.dianqiao.bench;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.dianqiao.exchange.Kind;
import org.dianqiao.exchange.Manifest;
import org.dianqiao.exchange.Part;
import org.dianqiao.sandbox.Identity;
import org.dianqiao.trust.SignedData;
import org.dianqiao.trust.Sm2Certificate;
import org.dianqiao.trust.Sm3;

/** Signed messages over kept connections, each receipt checked before the next is sent. */
record Load(
        int port,
        int connections,
        Identity sender,
        Sm2Certificate gateway,
        String service,
        IntFunction<byte[]> payload) {

    /** How long each of so many messages took until its receipt. */
    record Result(long[] sortedNanos) {

        double millis(double share) {
            return sortedNanos[(int) Math.min(sortedNanos.length - 1L, Math.round(share * sortedNanos.length))] / 1e6;
        }
    }

    Result send(int from, int count) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger(from);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Callable<long[]>> senders = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            senders.add(() -> sendUntil(next, from + count));
        }
        List<Future<long[]>> done = threads.invokeAll(senders);
        threads.shutdown();
        long[] all = new long[0];
        for (Future<long[]> one : done) {
            long[] times = one.get();
            int length = all.length;
            all = Arrays.copyOf(all, length + times.length);
            System.arraycopy(times, 0, all, length, times.length);
        }
        Arrays.sort(all);
        return new Result(all);
    }

    private long[] sendUntil(AtomicInteger next, int end) throws IOException {
        List<Long> times = new ArrayList<>();
        try (KeptLine line = new KeptLine(port)) {
            for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
                long begin = System.nanoTime();
                sendOne(line, payload.apply(number));
                times.add(System.nanoTime() - begin);
            }
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private void sendOne(KeptLine line, byte[] body) throws IOException {
        byte[] manifest = new Manifest(
                        java.util.UUID.randomUUID().toString(),
                        Kind.EVENT,
                        service,
                        sender.id(),
                        null,
                        Instant.now(Clock.systemUTC()),
                        null,
                        null,
                        null,
                        null,
                        List.of(Part.of("payload", "application/json", body)))
                .toBytes();
        Base64.Encoder base64 = Base64.getEncoder();
        KeptLine.Answer answer =
                line.post(service, base64.encodeToString(manifest), base64.encodeToString(sender.seal(manifest)), body);
        check(answer, manifest);
    }

    private void check(KeptLine.Answer answer, byte[] manifest) throws IOException {
        String receipt = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
        if (answer.status() != 202 || !receipt.contains(Sm3.hex(Sm3.of(manifest)))) {
            throw new IOException("not accepted: " + answer.status() + " " + receipt);
        }
        byte[] answered = Base64.getDecoder().decode(answer.headers().get("dq-manifest"));
        byte[] signature = Base64.getDecoder().decode(answer.headers().get("dq-signature"));
        if (!SignedData.read(signature).holds(answered, gateway)) {
            throw new IOException("a receipt that does not verify");
        }
    }
}
