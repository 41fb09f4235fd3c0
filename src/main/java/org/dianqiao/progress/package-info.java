/** The conversation about progress 办电进度: applications for supply, their stages, reservations, reports. */
@NullMarked
package org.dianqiao.progress;

import org.jspecify.annotations.NullMarked;
