/** Whom we believe: SM2 keys and certificates, signatures over bytes, chains to the anchors, revocation. */
@NullMarked
package org.dianqiao.trust;

import org.jspecify.annotations.NullMarked;
