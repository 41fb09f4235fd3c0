/** The pages of cases: the board of all that is open, one case in all its events, and what the public sees of it. */
@NullMarked
package org.dianqiao.web.cases;

import org.jspecify.annotations.NullMarked;
