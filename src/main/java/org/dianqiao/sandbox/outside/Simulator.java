package org.dianqiao.sandbox.outside;

import java.net.URI;
import java.util.List;

/** An outside system that speaks its own dialect. It answers until it is closed. */
public interface Simulator extends AutoCloseable {

    URI address();

    /** For who wants to call it, a line each: its paths, its accounts, what it knows. */
    List<String> introduction();

    @Override
    void close();
}
