package org.dianqiao.verifier;

/** One finding or remark, with its stable code. */
record Note(String code, Wording wording) {}
