/** The exchange of signed messages: opening, checking, refusing, answering. */
@NullMarked
package org.dianqiao.exchange;

import org.jspecify.annotations.NullMarked;
