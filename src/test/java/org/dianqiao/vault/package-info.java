/** The vault under test. */
@NullMarked
package org.dianqiao.vault;

import org.jspecify.annotations.NullMarked;
