package org.dianqiao.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tasks that a department has not done with, by number, and what is left to say of those that wait for papers. It
 * holds so many and no more: who brings another is asked to come again.
 */
final class Docket {

    private final int most;
    private final Map<String, Task> open = new ConcurrentHashMap<>();
    private final Map<String, List<Move>> waiting = new ConcurrentHashMap<>();
    private final Set<String> known;

    Docket(int most) {
        this.most = most;
        this.known = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > 2 * most;
            }
        }));
    }

    /** Whether the task is new. */
    boolean enter(Task task) throws Refusal {
        if (open.size() >= most && !known.contains(task.taskNo())) {
            throw new Refusal(503, "unavailable", "待办任务过多，请稍后再送");
        }
        boolean fresh = known.add(task.taskNo());
        if (fresh) {
            open.put(task.taskNo(), task);
        }
        return fresh;
    }

    boolean holds(Task task) {
        return open.containsKey(task.taskNo());
    }

    void close(Task task) {
        open.remove(task.taskNo());
    }

    void await(Task task, List<Move> rest) {
        waiting.put(task.taskNo(), rest);
    }

    Optional<Task> find(String taskNo) {
        return Optional.ofNullable(open.get(taskNo));
    }

    /** What is left to say of the task, if it waited. It waits no longer. */
    Optional<List<Move>> resume(Task task) {
        return Optional.ofNullable(waiting.remove(task.taskNo()));
    }

    /** Drops the tasks of a filing; how many they were. */
    List<Task> withdraw(String filingNo) {
        List<Task> dropped = open.values().stream()
                .filter(task -> task.filingNo().equals(filingNo))
                .toList();
        dropped.forEach(this::close);
        dropped.forEach(this::resume);
        return dropped;
    }

    int size() {
        return open.size();
    }
}
