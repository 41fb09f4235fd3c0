/** Leads 线索: the utility knows of a project the day it is coded. */
@NullMarked
package org.dianqiao.lead;

import org.jspecify.annotations.NullMarked;
