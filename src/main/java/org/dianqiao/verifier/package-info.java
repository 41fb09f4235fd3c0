/** A second opinion on evidence: reads bundles by the protocol's page alone and shares nothing with the gateway. */
@NullMarked
package org.dianqiao.verifier;

import org.jspecify.annotations.NullMarked;
