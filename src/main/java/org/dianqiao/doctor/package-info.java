/** The verb `doctor`: what is wrong with the connection to a partner, each in one sentence. */
@NullMarked
package org.dianqiao.doctor;

import org.jspecify.annotations.NullMarked;
