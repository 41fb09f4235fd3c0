/** Large parts 大部件: announced by a message, then sent piece by piece over as many connections as it takes. */
@NullMarked
package org.dianqiao.upload;

import org.jspecify.annotations.NullMarked;
