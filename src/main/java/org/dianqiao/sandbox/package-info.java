/** The outside systems of the story, and a partner's side of the protocol: a second reading of it, of nothing but it. */
@NullMarked
package org.dianqiao.sandbox;

import org.jspecify.annotations.NullMarked;
