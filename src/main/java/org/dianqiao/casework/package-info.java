/** Casework 办件: a case, its timeline, its deadlines, and who is warned of them. */
@NullMarked
package org.dianqiao.casework;

import org.jspecify.annotations.NullMarked;
