package org.dianqiao.vault;

/** Rows from before the vault, whose content stands in clear. */
public interface ClearRows {

    String name();

    /** Seals some of them, in a transaction of its own. How many: none where no other is left. */
    int sealSome();
}
