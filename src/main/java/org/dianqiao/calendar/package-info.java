/** Working days and deadlines: which days the offices work, by the notices of each year, and when an answer is owed. */
@NullMarked
package org.dianqiao.calendar;

import org.jspecify.annotations.NullMarked;
