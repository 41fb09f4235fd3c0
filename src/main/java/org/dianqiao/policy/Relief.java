package org.dianqiao.policy;

import java.util.List;
import java.util.Map;

/**
 * What a duty takes off the closed list of papers 收资放宽.
 *
 * @param fetched what the utility fetches online itself is not asked for
 * @param onFile what is on file is not asked for again while it is valid
 * @param later what may come after acceptance, given the rest of the list 容缺
 * @param instead by the paper of the list, what weighs as much
 */
public record Relief(List<Term> fetched, List<Term> onFile, List<Term> later, Map<Term, List<Term>> instead) {

    static final Relief NONE = new Relief(List.of(), List.of(), List.of(), Map.of());
}
