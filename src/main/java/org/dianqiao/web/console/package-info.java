/** The operator's console: the messages of the last hour, one message, what waits, and the partners. */
@NullMarked
package org.dianqiao.web.console;

import org.jspecify.annotations.NullMarked;
