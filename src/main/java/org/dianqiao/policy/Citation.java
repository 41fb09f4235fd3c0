package org.dianqiao.policy;

/**
 * Where it is written.
 *
 * @param document the text's number or, where it has none, its title
 */
public record Citation(String document, String clause) {}
