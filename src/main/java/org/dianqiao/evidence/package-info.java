/** Evidence 存证: what the ledger holds of an exchange, for those who may ask. */
@NullMarked
package org.dianqiao.evidence;

import org.jspecify.annotations.NullMarked;
