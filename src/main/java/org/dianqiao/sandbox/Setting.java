package org.dianqiao.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the sandbox is played: where each simulator listens, port 0 taking any, how long they rest between two steps, and
 * which departments are not prompt.
 */
public record Setting(Map<String, Integer> ports, Duration pause, Map<String, Temper> tempers) {

    static final String TIMESTAMPS = "timestamp";

    private static final Map<String, Integer> OUTSIDERS =
            Arrays.stream(Outsider.values()).collect(Collectors.toMap(Outsider::word, Outsider::port));

    public Setting {
        ports = Map.copyOf(ports);
        tempers = Map.copyOf(tempers);
    }

    /** The ports are those of the house's partners' files and its settings; the pause lets a visitor watch. */
    public static Setting usual() {
        Map<String, Integer> ports = new HashMap<>(Map.of(ApprovalPlatform.ID, 9102, TIMESTAMPS, 9103));
        Utility.ALL.forEach(utility -> ports.put(utility.id(), utility.port()));
        Office.ALL.forEach(office -> ports.put(office.id(), office.port()));
        Reader.Place.ALL.forEach(place -> ports.put(place.id(), place.port()));
        ports.putAll(OUTSIDERS);
        return new Setting(ports, Duration.ofSeconds(1), Map.of());
    }

    /** On ports that are free, without a database of its own. */
    public static Setting anywhere(Duration pause) {
        Map<String, Integer> ports = new HashMap<>(usual().ports);
        ports.replaceAll((simulator, port) -> 0);
        ports.remove(Outsider.APPROVAL_EXCHANGE.word());
        return new Setting(ports, pause, Map.of());
    }

    /** The ids of the simulated partners who sign what they say. */
    static List<String> simulators() {
        return usual().ports.keySet().stream()
                .filter(id -> !id.equals(TIMESTAMPS) && !OUTSIDERS.containsKey(id))
                .sorted()
                .toList();
    }

    public Setting port(String simulator, int port) {
        Map<String, Integer> changed = new HashMap<>(ports);
        changed.put(simulator, port);
        return new Setting(changed, pause, tempers);
    }

    public Setting tempers(Map<String, Temper> others) {
        return new Setting(ports, pause, others);
    }

    int port(String simulator) {
        return ports.getOrDefault(simulator, 0);
    }

    /** Where the neighbour's database is to be; absent where it is not played. */
    Optional<Integer> neighbourPort() {
        return Optional.ofNullable(ports.get(Outsider.APPROVAL_EXCHANGE.word()));
    }

    Temper temper(String department) {
        return tempers.getOrDefault(department, Temper.PROMPT);
    }
}
