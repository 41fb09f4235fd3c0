/** Evidence, right and wrong in every way, and what the verifier says of it. */
@NullMarked
package org.dianqiao.verifier;

import org.jspecify.annotations.NullMarked;
