/** Verification 核验: what a customer would otherwise have to bring is asked of those who know it. */
@NullMarked
package org.dianqiao.verification;

import org.jspecify.annotations.NullMarked;
