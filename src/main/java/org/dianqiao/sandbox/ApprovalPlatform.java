package org.dianqiao.sandbox;

import java.io.IOException;

/** The province's platform for approving investment projects: it gives project codes and tells what becomes of them. */
public final class ApprovalPlatform implements AutoCloseable {

    public static final String ID = "approval.henan";

    private final Desk desk;
    private final Counter counter;

    private ApprovalPlatform(Post post) throws IOException {
        this.desk = post.desk();
        this.counter = post.counter(event -> {});
    }

    static ApprovalPlatform open(Post post) throws IOException {
        return new ApprovalPlatform(post);
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
