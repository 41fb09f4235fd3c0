package org.dianqiao.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What comes in, while it is worked on; what is kept for it is let go when the answer has left. */
public abstract sealed class Arrival implements AutoCloseable permits Posted, Attested {

    private final List<Held> held = new ArrayList<>();
    private boolean paid;

    /** Which service it is about. */
    public abstract String service();

    /** The service whose grant covers it: its own, or that of the question which it was drawn from. */
    String grantedAs() {
        return service();
    }

    /** How the sender reached us. */
    public abstract URI base();

    /** 1 to 4: it is a message, and it is certain who speaks. */
    abstract Opened open(Checks checks);

    /** The bytes of the parts that its manifest names and that were not uploaded before. */
    abstract List<Content> sent(Manifest manifest, Parts parts);

    /** Keeps what was read until the answer has left. */
    Content keep(Content content) {
        held.add(content);
        return content;
    }

    /** It did not come, we went for it: how fast is no matter of its sender's rate. */
    boolean isFetched() {
        return false;
    }

    /** It has taken from its sender's rate. */
    void paid() {
        paid = true;
    }

    boolean isPaid() {
        return paid;
    }

    void untilAnswered(Held something) {
        held.add(something);
    }

    /** Lets go of everything, the last first, whatever happens on the way. */
    @Override
    public void close() {
        if (!held.isEmpty()) {
            try {
                held.remove(held.size() - 1).close();
            } finally {
                close();
            }
        }
    }

    /** Something that a request holds for as long as it is worked on. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
