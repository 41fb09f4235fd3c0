package org.dianqiao.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.calendar.DeadlineBench;
import org.dianqiao.policy.Decision;
import org.dianqiao.policy.DecisionJson;
import org.dianqiao.policy.Decisions;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Policies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long a decision takes on one processor, by the house's own packs: `./mvnw -Pbench verify
 * -Dbench=org.dianqiao.bench.PolicyBench`. It goes on with deadlines, and ends with what reading all the files adds
 * to a start. A decision should take less than 20 µs, a deadline less than one, reading less than 300 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolicyBench {

    private static final LocalDate ACCEPTED = LocalDate.of(2026, 9, 29);

    private final Policies policies = Policies.read(Path.of("mappings", "policies"));
    private final Calendars calendars = Calendars.read(Path.of("mappings", "calendars"));

    @Param
    private Works works = Works.PARALLEL_ZHENGZHOU;

    private ObjectNode stated = new ObjectMapper().createObjectNode();
    private Facts facts = Facts.none();

    /** What is asked most, and what takes longest: a pack without a word of it, then the nation's last rules. */
    public enum Works {
        EXEMPT_ZHENGZHOU("410105", """
            {"voltageKv": 0.38, "capacityKw": 100, "customerClass": "small-micro", "lineLengthM": 60,
             "crossings": ["urban-road"], "threeZero": true, "interestedParties": false, "affectsTraffic": false}
            """),
        PARALLEL_ZHENGZHOU("410105", """
            {"voltageKv": 10, "capacityKw": 800, "customerClass": "hv", "lineLengthM": 260,
             "crossings": ["urban-road", "greenery"], "threeZero": false, "interestedParties": false,
             "affectsTraffic": false}
            """),
        COMMITMENT_HUANGSHAN("341002", """
            {"voltageKv": 0.38, "capacityKw": 50, "customerClass": "small-micro", "lineLengthM": 80, "crossings": []}
            """),
        UNDECIDED_ZHENGZHOU("410105", """
            {"customerClass": "hv", "capacityKw": 800}
            """),
        NATIONAL_FROM_JINAN("370102", """
            {"voltageKv": 10, "capacityKw": 800, "customerClass": "hv", "lineLengthM": 400,
             "crossings": ["urban-road", "greenery", "river"], "threeZero": false, "interestedParties": true,
             "affectsTraffic": true, "meetsLocalCommitmentConditions": false}
            """);

        private final String region;
        private final String stated;

        Works(String region, String stated) {
            this.region = region;
            this.stated = stated;
        }
    }

    public static void main(String... args) throws RunnerException, IOException, InterruptedException {
        new Runner(new OptionsBuilder()
                        .include(PolicyBench.class.getName())
                        .include(DeadlineBench.class.getName())
                        .build())
                .run();
        Reading.report();
    }

    @Setup
    public void state() throws IOException {
        stated = (ObjectNode) new ObjectMapper().readTree(works.stated);
        facts = Facts.of(stated);
    }

    /** The pack is found, the path decided, its days counted. */
    @Benchmark
    public Decision decision() {
        return decide(facts);
    }

    /** As the gateway answers: from the facts of a message to the bytes of a reply. */
    @Benchmark
    public String answer() {
        return DecisionJson.of(decide(Facts.of(stated))).toString();
    }

    private Decision decide(Facts of) {
        return Decisions.decide(
                policies.of(works.region, ACCEPTED).orElseThrow(), of, ACCEPTED, calendars.of(works.region));
    }
}
