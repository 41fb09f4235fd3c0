package org.dianqiao.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.dianqiao.sandbox.lists.LeftList;

/** 许昌: its projects become leads too, by rows of a front-end database and by a list, without a message of its own. */
record NeighbourChapter(Neighbour neighbour, Stage stage) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    void play() throws InterruptedException {
        try {
            stage.narration()
                    .say("许昌审批平台用前置库交换 Xuchang's approval platform exchanges rows: "
                            + neighbour.exchangeRows().address());
            LeftList list = neighbour.leaveTheList();
            stage.narration().say("许昌发展改革委留下清单 Xuchang's commission leaves its list: " + list.name());
            stage.narration().say("许昌清单的结果 what became of the list: " + answer(list));
        } catch (IOException e) {
            stage.narration().say("许昌不能开始 Xuchang is not played: " + e.getMessage());
        }
    }

    private static String answer(LeftList list) throws IOException, InterruptedException {
        Optional<String> answer = list.answer();
        while (answer.isEmpty()) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            answer = list.answer();
        }
        return answer.get();
    }
}
