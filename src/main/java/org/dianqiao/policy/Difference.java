package org.dianqiao.policy;

import java.util.List;

/**
 * What another version changes for some works or customers.
 *
 * @param who for whom, a line for each fact; empty: for all
 * @param before what follows now, as far as it will be otherwise
 */
public record Difference(Section section, List<Wording> who, Wording before, Wording after) {}
