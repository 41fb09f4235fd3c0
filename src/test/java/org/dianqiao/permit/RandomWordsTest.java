package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Departments that say anything in any order, over the wire, against a model that is nothing but a table of words: what it
 * allows is taken, what it does not is refused, and the results come when, and only when, the model has one.
 */
class RandomWordsTest extends WithCounties {

    private static final List<String> DEPARTMENTS = List.of("planning", "municipal", "greening", "traffic-police");
    private static final Map<String, String> TABLE = Map.of(
            "", "1 2 3 4 5 6",
            "1", "2 3 4 5 6",
            "6", "7",
            "7", "3 5",
            "3", "8",
            "8", "9 11 12 13 14",
            "9", "10",
            "10", "8",
            "11", "15",
            "12", "15");
    private static final List<String> ENDS = List.of("2", "4", "5", "11", "12", "13", "14", "15");
    private static final List<String> PASSED = List.of("11", "12");

    /** One department says one word. */
    record Word(String department, String status) {}

    /** A filing as a table of words sees it. */
    static final class Model {

        final Map<String, String> states = new HashMap<>();
        final List<String> results = new ArrayList<>();

        boolean takes(Word word) {
            String now = states.getOrDefault(word.department, "");
            return now.equals(word.status)
                    || List.of(TABLE.getOrDefault(now, "").split(" ")).contains(word.status);
        }

        void take(Word word) {
            if (word.status.equals(states.put(word.department, word.status))
                    || states.size() < DEPARTMENTS.size()
                    || !ENDS.containsAll(states.values())) {
                return;
            }
            boolean given = results.contains("approved");
            String result = PASSED.containsAll(states.values())
                    ? "approved"
                    : given && states.containsValue("15") ? "revoked" : "rejected";
            results.add(result);
        }
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void areTakenAndRefusedAsTheTableSays(@ForAll("likely") List<Word> words) {
        jinshui();
        ObjectNode filing = filing(JINSHUI, Works.toThePlot());
        accepted(file(filing));
        Model model = new Model();
        for (Word word : words) {
            boolean taken = say(word, filing);
            assertThat(taken).as(word + " after " + model.states).isEqualTo(model.takes(word));
            if (taken) {
                model.take(word);
            }
        }
        await().until(() -> database()
                        .sql("SELECT count(*) FROM delivery WHERE partner = ?")
                        .param("grid." + JINSHUI)
                        .query(Long.class)
                        .single()
                == 0);
        List<JsonNode> told = results(filing, model.results.size());
        assertThat(told).extracting(result -> result.path("outcome").asText()).containsExactlyElementsOf(model.results);
    }

    private static boolean say(Word word, ObjectNode filing) {
        int status = decide(word.department, JINSHUI, said(task(word.department, filing), word.status))
                .status();
        assertThat(status).isIn(202, 422);
        return status == 202;
    }

    /** Most words are those that come next on the way to an end, so that ends are reached; the others are anything. */
    @Provide
    Arbitrary<List<Word>> likely() {
        Arbitrary<Integer> anything = Arbitraries.integers().between(1, 15);
        Arbitrary<List<String>> ways = Arbitraries.of(
                List.of("1", "3", "8", "11"),
                List.of("3", "8", "12", "15"),
                List.of("3", "8", "9", "10", "8", "11"),
                List.of("1", "6", "7", "3", "8", "11", "15"),
                List.of("3", "8", "13"),
                List.of("1", "5"));
        return Combinators.combine(ways.list().ofSize(4), anything.list().ofSize(12), Arbitraries.randoms())
                .as((chosen, noise, random) -> {
                    List<Word> words = new ArrayList<>();
                    List<List<String>> left = new ArrayList<>();
                    chosen.forEach(way -> left.add(new ArrayList<>(way)));
                    while (left.stream().anyMatch(way -> !way.isEmpty())) {
                        int who = random.nextInt(DEPARTMENTS.size());
                        if (!left.get(who).isEmpty()) {
                            words.add(
                                    new Word(DEPARTMENTS.get(who), left.get(who).remove(0)));
                        }
                    }
                    noise.forEach(status -> words.add(
                            random.nextInt(words.size() + 1),
                            new Word(DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())), String.valueOf(status))));
                    return words;
                });
    }
}
