/** What the pages say is what the gateway does. */
@NullMarked
package org.dianqiao.docs;

import org.jspecify.annotations.NullMarked;
