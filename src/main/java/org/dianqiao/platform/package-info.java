/** What the gateway stands on: its own database, its start and its end. */
@NullMarked
package org.dianqiao.platform;

import org.jspecify.annotations.NullMarked;
