package org.dianqiao.connector;

import org.jspecify.annotations.Nullable;

/**
 * By which number a marketing system knows what was brought to it.
 *
 * @param number the same at every attempt
 * @param about which application, lead or filing it is about, as we call it
 * @param caseId what the message belongs to that brought it
 */
record MarketingNumber(
        String number, String about, @Nullable String caseId) {}
