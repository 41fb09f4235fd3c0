package org.dianqiao.sandbox.outside;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;

/** Where a simulator listens, what is wrong with it, where it keeps its secrets. */
public record Scene(InetSocketAddress address, Faults faults, Path folder, Clock clock) {}
