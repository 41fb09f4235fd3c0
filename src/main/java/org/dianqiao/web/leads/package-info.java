/** The register of leads 线索台账: where they lie, how they stand, and the way of each. */
@NullMarked
package org.dianqiao.web.leads;

import org.jspecify.annotations.NullMarked;
