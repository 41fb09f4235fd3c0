package org.dianqiao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.policy.Policies;

/**
 * What reading all packs, calendars and code tables adds to a start: after the contracts and the catalogue, as in a
 * gateway, since the packs use the same schema checker and the same YAML; and alone, in a process that has done nothing
 * before.
 */
final class Reading {

    private static final int PROCESSES = 5;
    private static final String IN_A_START = "in-a-start";
    private static final String ALONE = "alone";

    private Reading() {}

    /** Prints for packs, calendars, code tables and all of them how many milliseconds went by. */
    public static void main(String... args) {
        Path mappings = Path.of("mappings");
        if (args[0].equals(IN_A_START)) {
            Contracts contracts = Contracts.read(mappings.resolve("contracts"));
            Catalogue.read(mappings.resolve("services.yaml"), contracts::has);
        }
        double packs = millis(() -> Policies.read(mappings.resolve("policies")));
        double calendars = millis(() -> Calendars.read(mappings.resolve("calendars")));
        double tables = millis(() -> CodeTables.read(mappings.resolve("codes")));
        System.out.println(packs + " " + calendars + " " + tables + " " + (packs + calendars + tables));
    }

    private static double millis(Runnable reading) {
        long begin = System.nanoTime();
        reading.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    static void report() throws IOException, InterruptedException {
        report("reading, in a start:    ", IN_A_START);
        report("reading, nothing before:", ALONE);
    }

    /** The middle one of several processes. */
    private static void report(String what, String when) throws IOException, InterruptedException {
        List<List<Double>> figures =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < PROCESSES; i++) {
            String[] words = inAProcess(when).split(" ");
            for (int each = 0; each < words.length; each++) {
                figures.get(each).add(Double.parseDouble(words[each]));
            }
        }
        figures.forEach(Collections::sort);
        Bench.say(
                what + " packs %.0f ms, calendars %.0f ms, code tables %.0f ms, all %.0f ms",
                figures.stream().map(each -> each.get(PROCESSES / 2)).toArray());
    }

    private static String inAProcess(String when) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Reading.class.getName(), when)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader words = process.inputReader()) {
            String said = words.readLine();
            if (process.waitFor() != 0 || said == null) {
                throw new IOException("reading failed");
            }
            return said;
        }
    }
}
