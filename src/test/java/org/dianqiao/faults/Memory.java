package org.dianqiao.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gateway holds in memory, asked for from outside, again and again until it is stopped: what is alive in its
 * heap, and what the system says of the whole process.
 */
final class Memory {

    private static final Pattern LIVING = Pattern.compile("Total +\\d+ +(\\d+)");

    private final long pid;
    private final long idle;
    private final long processIdle;
    private final Thread asking = new Thread(this::ask, "memory");
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long most;
    private volatile long processMost;

    private Memory(long pid) {
        this.pid = pid;
        this.idle = heap();
        this.processIdle = process();
    }

    static Memory of(long pid) {
        Memory memory = new Memory(pid);
        memory.asking.start();
        return memory;
    }

    void stop() throws InterruptedException {
        stopped.countDown();
        asking.join();
    }

    /** How much more was alive than before, at the most. */
    long heapAboveIdle() {
        return most - idle;
    }

    long processAboveIdle() {
        return processMost - processIdle;
    }

    @Override
    public String toString() {
        return "alive in the heap: idle %d MB, at most %d MB; process: idle %d MB, at most %d MB"
                .formatted(idle >> 20, most >> 20, processIdle >> 20, processMost >> 20);
    }

    private void ask() {
        try {
            do {
                most = Math.max(most, heap());
                processMost = Math.max(processMost, process());
            } while (!stopped.await(2, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is alive: a collection comes before it is counted. */
    private long heap() {
        Matcher living = LIVING.matcher(command("GC.class_histogram"));
        if (!living.find()) {
            throw new IllegalStateException("the gateway does not say what it holds");
        }
        return Long.parseLong(living.group(1));
    }

    private String command(String command) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long process() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    << 10;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
