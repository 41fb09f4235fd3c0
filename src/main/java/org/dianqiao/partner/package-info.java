/** Who is on the other side: the directory of partners, where they act and what they are granted. */
@NullMarked
package org.dianqiao.partner;

import org.jspecify.annotations.NullMarked;
