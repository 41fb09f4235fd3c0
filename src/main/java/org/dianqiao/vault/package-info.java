/** The vault 保险库: whatever may be personal stands in the database sealed, under a key of each day. */
@NullMarked
package org.dianqiao.vault;

import org.jspecify.annotations.NullMarked;
