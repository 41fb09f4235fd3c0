package org.dianqiao.certificate;

import java.time.Instant;

/** What a file says of itself. */
record Meta(String title, String identifier, String issuer, Instant at) {}
