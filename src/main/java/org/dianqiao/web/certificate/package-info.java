/** The public page on which everybody sees whether a certificate is genuine, and what it is worth today. */
@NullMarked
package org.dianqiao.web.certificate;

import org.jspecify.annotations.NullMarked;
