/** What simulators of outside systems have in common: a door of HTTP, and the faults that such systems have. */
@NullMarked
package org.dianqiao.sandbox.outside;

import org.jspecify.annotations.NullMarked;
