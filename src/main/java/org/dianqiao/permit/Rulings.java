package org.dianqiao.permit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dianqiao.casework.Status;
import org.dianqiao.exchange.Refused;

/** What a department may say of its task, after what it has said before. Pure. */
final class Rulings {

    /** Of what was taken back a department only says that it has put it aside, however far it was. */
    private static final List<Status> PUT_ASIDE = List.of(Status.TAKEN_BACK, Status.WITHDRAWN);

    private Rulings() {}

    /** Refused where the order of the codes is not kept, or where it says something else than before. */
    static void requireInOrder(Task task, JsonNode said, boolean takenBack) {
        Status next = Status.of(said.path("status").asText());
        List<Status> allowed = allowed(task, takenBack);
        if (allowed.contains(next)) {
            return;
        }
        String why = takenBack ? "申报已由申报单位撤回，" : "";
        String now = task.status().map(Status::toString).orElse("已派发，尚未答复");
        if (task.status().filter(next::equals).isPresent()) {
            throw Refused.violating("/status", why + "任务已是“" + now + "”，再次报送的内容与前次不同，不能更改");
        }
        throw Refused.violating("/status", why + "任务现为“" + now + "”，不能变为“" + next + "”；此后可为：" + named(allowed));
    }

    private static List<Status> allowed(Task task, boolean takenBack) {
        return takenBack && !task.ended()
                ? PUT_ASIDE
                : Arrays.stream(Status.values()).filter(task::mayBecome).toList();
    }

    private static String named(List<Status> allowed) {
        String names = allowed.stream().map(Status::toString).collect(Collectors.joining("、"));
        return names.isEmpty() ? "无，任务已终结" : names;
    }
}
