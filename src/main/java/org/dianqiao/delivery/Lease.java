package org.dianqiao.delivery;

import java.time.Instant;

/** Which node tries a delivery now, and until when it is believed to. */
record Lease(String node, Instant from, Instant until) {}
