/** An auditor, who trusts the gateway's certificate and nothing else of it. */
@NullMarked
package org.dianqiao.audit;

import org.jspecify.annotations.NullMarked;
