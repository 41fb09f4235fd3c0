package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The result of a filing, waited for when it was accepted; the story goes on without one that does not come. */
record Result(Grid grid, String filingNo, String caseNo, Stage stage) {

    private static final int PATIENCE = 120;

    /** How it is filed. */
    interface Filing {
        Optional<Answer> file() throws InterruptedException;
    }

    void after(Filing filing) throws InterruptedException {
        Future<ObjectNode> result = grid.filings().expect(filingNo, caseNo);
        if (filing.file().filter(Answer::accepted).isPresent()) {
            await(result);
        }
    }

    private void await(Future<ObjectNode> result) throws InterruptedException {
        try {
            result.get(stage.pause().toMillis() * PATIENCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            stage.narration().say("审批结果未到 No result yet of " + filingNo + "; the story goes on");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
