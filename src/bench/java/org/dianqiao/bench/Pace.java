package org.dianqiao.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Questions at times that are fixed beforehand: who answers slowly makes nobody ask less, and what a question waited
 * before it could even be put counts as well.
 *
 * @param lines how many may be on their way at once; more than ever are, or they would set the pace
 */
record Pace(double perSecond, int lines) {

    /** One kept line. */
    interface Line extends AutoCloseable {
        Question prepare(int number) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** All that a question needs is done but saying it. */
    interface Question {
        Answer put() throws IOException;
    }

    /** What came is looked at when nobody counts the time any more. */
    interface Answer {
        /** False: they were told to come later. */
        boolean check() throws IOException;
    }

    /** How long after its time each had its answer, and how many had none. */
    record Result(Load.Result answered, int unanswered) {

        double millis(double share) {
            return answered.millis(share);
        }
    }

    interface Lines {
        Line open() throws IOException;
    }

    Result ask(Lines opening, int from, int count) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime() + 100_000_000;
        ExecutorService threads = Executors.newFixedThreadPool(lines);
        List<Callable<long[]>> askers = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            askers.add(() -> askUntil(opening, next, from, count, begin));
        }
        List<Future<long[]>> done = threads.invokeAll(askers);
        threads.shutdown();
        List<long[]> times = new ArrayList<>();
        for (Future<long[]> one : done) {
            times.add(one.get());
        }
        long[] answered = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Result(new Load.Result(answered), count - answered.length);
    }

    private long[] askUntil(Lines opening, AtomicInteger next, int from, int count, long begin) throws IOException {
        List<Long> times = new ArrayList<>();
        try (Line line = opening.open()) {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                long planned = begin + Math.round(number * 1e9 / perSecond);
                Question question = line.prepare(from + number);
                awaitNanos(planned);
                Answer answer = question.put();
                long taken = System.nanoTime() - planned;
                if (answer.check()) {
                    times.add(taken);
                }
            }
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private static void awaitNanos(long planned) {
        for (long left = planned - System.nanoTime(); left > 0; left = planned - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
