package org.dianqiao.connector.list;

import java.util.Collection;
import java.util.Map;

/** Which numbers the leads of projects have, by the projects' codes. */
@FunctionalInterface
public interface LeadNumbers {

    Map<String, String> of(Collection<String> projectCodes);
}
