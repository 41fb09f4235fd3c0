/** Certificates of permits 证照: numbered, printed, sealed, and known for what they are afterwards. */
@NullMarked
package org.dianqiao.certificate;

import org.jspecify.annotations.NullMarked;
