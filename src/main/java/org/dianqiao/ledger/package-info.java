/** The ledger: every exchange, appended once, changed never. */
@NullMarked
package org.dianqiao.ledger;

import org.jspecify.annotations.NullMarked;
