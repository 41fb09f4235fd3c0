/** A utility's marketing system 营销系统, to which applications for supply go, and which calls back. */
@NullMarked
package org.dianqiao.sandbox.marketing;

import org.jspecify.annotations.NullMarked;
