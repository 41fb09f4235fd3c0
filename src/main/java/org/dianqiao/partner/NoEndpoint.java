package org.dianqiao.partner;

/** Something is to go to a partner whose file says nowhere to, or who is gone by now. */
public final class NoEndpoint extends RuntimeException {

    NoEndpoint(String partner) {
        super(partner + " has no endpoint");
    }
}
