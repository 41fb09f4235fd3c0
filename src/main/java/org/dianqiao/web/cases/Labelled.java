package org.dianqiao.web.cases;

/** One line of what is known: what it is, and what stands there. */
public record Labelled(String label, String text) {}
