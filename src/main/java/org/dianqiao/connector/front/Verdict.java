package org.dianqiao.connector.front;

import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param reason what is told of it in its own table
 */
record Verdict(Row row, State state, @Nullable String reason) {

    enum State {
        /** It is in the ledger, or says what is there already. */
        TAKEN,
        FAILED,
        /** Left as it is; `reason` says for what. */
        WAITS,
        /** Left as it is, and its time has not begun. */
        STAYS,
        /** Left as it is, because of us. */
        LATER
    }

    boolean isSettled() {
        return state == State.TAKEN || state == State.FAILED;
    }
}
