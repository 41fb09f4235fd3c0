package org.dianqiao.sandbox;

import java.io.IOException;
import java.util.List;

/** A partner that has a desk, and tells what it is told: a supervisor, a window. */
public final class Reader implements AutoCloseable {

    /** Who reads only, and where. */
    record Place(String id, String zh, int port) {

        static final List<Place> ALL =
                List.of(new Place("supervisor.henan", "河南能源监管办", 9143), new Place("window.zhengzhou", "郑州综合窗口", 9144));
    }

    private final Desk desk;
    private final Counter counter;

    private Reader(Desk desk, Counter counter) {
        this.desk = desk;
        this.counter = counter;
    }

    static Reader open(Place place, Post post, Narration narration) throws IOException {
        return new Reader(post.desk(), post.counter(event -> narration.say(place.zh() + " " + Tidings.of(event))));
    }

    public Desk desk() {
        return desk;
    }

    public Counter counter() {
        return counter;
    }

    @Override
    public void close() {
        counter.close();
    }
}
