package org.dianqiao.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
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

/** How long a deadline of ten working days takes; it must be far under a microsecond. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DeadlineBench {

    private static final int DAYS_BEFORE_THE_STOP = 3;

    private final Calendars calendars = Calendars.read(Path.of("mappings", "calendars"));
    private final Limit limit = Limit.of("10 WD");

    /** Before the Spring Festival and before National Day. */
    @Param({"2026-02-11", "2026-09-29"})
    private String accepted = "";

    private LocalDate day = LocalDate.EPOCH;
    private List<Stop> stops = List.of();

    @Setup
    public void prepare() {
        day = LocalDate.parse(accepted);
        LocalDate from = day.plusDays(DAYS_BEFORE_THE_STOP);
        stops = List.of(new Stop(from, from.plusDays(14)));
    }

    /** As a decision asks: by the project's division. */
    @Benchmark
    public Optional<LocalDate> straight() {
        return calendars.of("410105").due(day, limit);
    }

    @Benchmark
    public Optional<LocalDate> withAStop() {
        return calendars.of("410105").due(new Period(day, limit, stops));
    }

    @Benchmark
    public OptionalInt remaining() {
        return calendars.of("410105").remaining(new Period(day, limit, stops), day.plusDays(30));
    }
}
