package org.dianqiao.policy;

/** Whether something is so, where not everything need be known. */
public enum Truth {
    YES,
    NO,
    UNKNOWN;

    static Truth of(boolean so) {
        return so ? YES : NO;
    }
}
