/** Evidence 存证 in the console: the ledger's tree, an entry's place in it, and what proves both to a third party. */
@NullMarked
package org.dianqiao.web.evidence;

import org.jspecify.annotations.NullMarked;
