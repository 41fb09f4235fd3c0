/** Delivering what must be sent: the outbox, who is tried when, what the partner answered, and what died. */
@NullMarked
package org.dianqiao.delivery;

import org.jspecify.annotations.NullMarked;
