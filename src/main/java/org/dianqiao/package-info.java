/** Dianqiao 电桥, the gateway between government systems and utilities. */
@NullMarked
package org.dianqiao;

import org.jspecify.annotations.NullMarked;
