/** The conversation about permits: which path works take, and what comes of it. */
@NullMarked
package org.dianqiao.permit;

import org.jspecify.annotations.NullMarked;
