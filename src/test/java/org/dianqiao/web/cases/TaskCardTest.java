package org.dianqiao.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskCardTest {

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
        assertThat(TaskCard.of(task(), null, true).department()).isEqualTo("园林绿化部门");
        assertThat(TaskCard.of(task(), null, false).department()).isEqualTo("greening");
        assertThat(TaskCard.of(task(), null, false).item()).isEqualTo("绿化迁移");
    }

    private static List<String> states(ObjectNode task) {
        return TaskCard.of(task, null, true).steps().stream()
                .map(TaskCard.Step::state)
                .toList();
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
