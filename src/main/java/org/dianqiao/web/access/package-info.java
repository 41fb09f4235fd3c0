/** Who may open the console, how they show who they are, and what the browser is told to forbid. */
@NullMarked
package org.dianqiao.web.access;

import org.jspecify.annotations.NullMarked;
