/** Revocation lists 吊销列表: fetched from where the certificates say, and told of when they are overdue. */
@NullMarked
package org.dianqiao.revocation;

import org.jspecify.annotations.NullMarked;
