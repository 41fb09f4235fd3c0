package org.dianqiao.sandbox;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/** The first answers of a counter, by message id; of two equal messages at once one waits for the other's. */
final class Memory {

    private static final int STRIPES = 64;

    private final int limit;
    private final Map<String, Answered> answers = new ConcurrentHashMap<>();
    private final Queue<String> oldestFirst = new ConcurrentLinkedQueue<>();
    private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

    /** How an answer is found the first time. */
    interface Work {
        Answered answer() throws Refusal;
    }

    Memory(int limit) {
        this.limit = limit;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    /** The first answer to this id; what is refused is not remembered. */
    Answered once(String id, String manifestSm3, Work work) throws Refusal {
        ReentrantLock lock = stripes[Math.floorMod(id.hashCode(), STRIPES)];
        lock.lock();
        try {
            Answered before = answers.get(id);
            return before == null ? remember(id, work.answer()) : again(before, manifestSm3);
        } finally {
            lock.unlock();
        }
    }

    private static Answered again(Answered before, String manifestSm3) throws Refusal {
        if (!before.manifestSm3().equals(manifestSm3)) {
            throw new Refusal(409, "id-conflict", "此编号已用于另一报文");
        }
        return before.again();
    }

    private Answered remember(String id, Answered answer) {
        answers.put(id, answer);
        oldestFirst.add(id);
        if (answers.size() > limit) {
            answers.remove(oldestFirst.remove());
        }
        return answer;
    }
}
