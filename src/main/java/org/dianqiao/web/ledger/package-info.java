/** The ledger's tree for everybody: heads, proofs and tiles over plain HTTP. */
@NullMarked
package org.dianqiao.web.ledger;

import org.jspecify.annotations.NullMarked;
