/** Tables as offices keep them: CSV in any encoding, and XLSX, read within bounds. */
@NullMarked
package org.dianqiao.connector.table;

import org.jspecify.annotations.NullMarked;
