/** A province's licence service 电子证照共享服务 in the form of GB/T 36906. */
@NullMarked
package org.dianqiao.sandbox.licences;

import org.jspecify.annotations.NullMarked;
