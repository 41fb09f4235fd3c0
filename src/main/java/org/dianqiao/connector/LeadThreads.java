package org.dianqiao.connector;

import java.util.Optional;

/** What messages about a lead bear as their case, where it is with this utility. */
@FunctionalInterface
public interface LeadThreads {

    Optional<String> of(String leadNo, String utility);
}
