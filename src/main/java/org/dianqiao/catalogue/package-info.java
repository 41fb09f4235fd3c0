/** The catalogue of services: what can be said on the bridge, how large, how old, how long kept. */
@NullMarked
package org.dianqiao.catalogue;

import org.jspecify.annotations.NullMarked;
