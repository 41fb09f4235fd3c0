package org.dianqiao.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskCardTest {

    private static final PaperNames PAPERS = new PaperNames(Map.of("traffic-plan", "交通疏解方案"));

    @ParameterizedTest
    @CsvSource({
        "1, here ahead ahead ahead",
        "6, here ahead ahead ahead",
        "7, here ahead ahead ahead",
        "3, done here ahead ahead",
        "8, done done here ahead",
        "9, done done here ahead",
        "10, done done here ahead",
        "11, done done done done",
        "12, done done done done",
        "2, done failed ahead ahead",
        "4, done failed ahead ahead",
        "5, done failed ahead ahead",
        "13, done done done failed",
        "14, done done done failed",
        "15, done done done failed"
    })
    void showsWhereATaskIsOnItsWay(String status, String steps) {
        assertThat(states(task().put("status", status))).isEqualTo(List.of(steps.split(" ")));
    }

    @Test
    void isNowhereBeforeTheDepartmentHasLooked() {
        assertThat(states(task())).containsOnly("ahead");
    }

    @Test
    void isCalledInTheLanguageOfThePage() {
        assertThat(card(task(), true).department()).isEqualTo("园林绿化部门");
        assertThat(card(task(), false).department()).isEqualTo("greening");
        assertThat(card(task(), false).item()).isEqualTo("绿化迁移");
    }

    @Test
    void namesThePapersThatItWaitsFor() {
        ObjectNode waiting = task().put("status", "6");
        waiting.putArray("documentsAsked")
                .add("traffic-plan")
                .add("树木清单")
                .addObject()
                .put("type", "traffic-plan");

        assertThat(card(waiting, true).papersAsked()).containsExactly("交通疏解方案", "树木清单", "交通疏解方案");
        assertThat(card(waiting.deepCopy().put("status", "7"), true).papersAsked())
                .isEmpty();
        assertThat(card(task().put("status", "6"), true).papersAsked()).isEmpty();
    }

    private static List<String> states(ObjectNode task) {
        return card(task, true).steps().stream().map(TaskCard.Step::state).toList();
    }

    private static TaskCard card(ObjectNode task, boolean chinese) {
        return TaskCard.of(task, null, PAPERS, chinese);
    }

    private static ObjectNode task() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("taskNo", "T-1")
                .put("name", "园林绿化部门")
                .put("nameEn", "greening")
                .put("item", "绿化迁移");
    }
}
