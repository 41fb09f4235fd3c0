/** A line to a server that is no partner of ours: it may be anybody, and may answer anything. */
@NullMarked
package org.dianqiao.line;

import org.jspecify.annotations.NullMarked;
