package org.dianqiao.policy;

/** Something that packs name by a code: a department, a document, a duty. */
public record Term(String code, Wording name) {}
