package org.dianqiao.connector.front;

/** A partner's tables say what its file does not allow it to say. */
final class NotGranted extends RuntimeException {

    NotGranted(String partner, String service) {
        super("its rows are " + service + ", which " + partner + " may not send");
    }
}
