/** OFD files (GB/T 33190) of others: whether they are what they say, and whether their seals (GB/T 38540) hold. */
@NullMarked
package org.dianqiao.ofd;

import org.jspecify.annotations.NullMarked;
