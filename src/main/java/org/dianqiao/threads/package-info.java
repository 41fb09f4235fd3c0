/** Threads of ours, beside those of the libraries. */
@NullMarked
package org.dianqiao.threads;

import org.jspecify.annotations.NullMarked;
