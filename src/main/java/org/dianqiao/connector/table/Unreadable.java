package org.dianqiao.connector.table;

/** A file that cannot be read as a table at all. Its message is a sentence for whoever left it. */
public final class Unreadable extends RuntimeException {

    public Unreadable(String sentence) {
        super(sentence);
    }

    Unreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
