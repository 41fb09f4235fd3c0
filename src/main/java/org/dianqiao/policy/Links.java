package org.dianqiao.policy;

import java.util.List;

/** How often a customer has to act 环节, and what these links are called. */
public record Links(int most, List<Wording> each) implements Outcome {}
