package org.dianqiao.sandbox.licences;

/** A copy of a licence 加注件, marked with what it may be used for, and until when if anybody has said so. */
record Copy(Licence licence, String cause, String expiry) {}
