package org.dianqiao.verifier;

import java.time.Instant;

/** Who signed what, and the anchor that vouches at that moment. */
record Signer(String what, Certificate certificate, Certificate anchor, Instant at) {}
