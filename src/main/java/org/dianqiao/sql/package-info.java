/** What all stores have in common. */
@NullMarked
package org.dianqiao.sql;

import org.jspecify.annotations.NullMarked;
