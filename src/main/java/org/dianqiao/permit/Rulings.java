package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.dianqiao.casework.Status;
import org.dianqiao.exchange.Refused;

/** What a department may say of its task, after what it has said before. Pure. */
final class Rulings {

    private Rulings() {}

    /** Refused where the order of the codes is not kept, or where it says something else than before. */
    static void requireInOrder(Task task, JsonNode said) {
        Status next = Status.of(said.path("status").asText());
        if (task.mayBecome(next)) {
            return;
        }
        String now = task.status().map(Status::toString).orElse("已派发，尚未答复");
        if (task.status().filter(next::equals).isPresent()) {
            throw Refused.violating("/status", "任务已是“" + now + "”，再次报送的内容与前次不同，不能更改");
        }
        throw Refused.violating("/status", "任务现为“" + now + "”，不能变为“" + next + "”；此后可为：" + allowed(task));
    }

    private static String allowed(Task task) {
        String next = Arrays.stream(Status.values())
                .filter(task::mayBecome)
                .map(Status::toString)
                .collect(Collectors.joining("、"));
        return next.isEmpty() ? "无，任务已终结" : next;
    }
}
