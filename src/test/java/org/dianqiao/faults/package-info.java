/** What happens when something breaks: whole gateways from the jar, killed, starved, misconfigured and shouted at. */
@NullMarked
package org.dianqiao.faults;

import org.jspecify.annotations.NullMarked;
