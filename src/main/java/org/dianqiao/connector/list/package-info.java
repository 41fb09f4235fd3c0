/** Lists 清单 that partners leave in folders: each row becomes a message, and what became of it is told in a file. */
@NullMarked
package org.dianqiao.connector.list;

import org.jspecify.annotations.NullMarked;
