package org.dianqiao.connector;

import org.jspecify.annotations.Nullable;

/**
 * An application for supply as a marketing system knows it 预申请.
 *
 * @param number under which it was brought to them, the same at every attempt
 * @param caseId what the message belongs to that brought it
 */
record PreApplication(
        String number, String applicationNo, @Nullable String caseId) {}
