/** The national platform for exchanging data 国家数据共享交换平台, and the registers that are asked through it. */
@NullMarked
package org.dianqiao.sandbox.national;

import org.jspecify.annotations.NullMarked;
