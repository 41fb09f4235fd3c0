/** Connectors 对接: what another system's own dialect needs beyond a mapping. */
@NullMarked
package org.dianqiao.connector;

import org.jspecify.annotations.NullMarked;
