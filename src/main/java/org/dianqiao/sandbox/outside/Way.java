package org.dianqiao.sandbox.outside;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * By which a system tells the gateway something by itself.
 *
 * @param door where at the gateway
 * @param pause how long it waits before each time
 * @param narration hears what it does, and what came of it
 */
public record Way(URI door, Duration pause, Consumer<String> narration) {}
