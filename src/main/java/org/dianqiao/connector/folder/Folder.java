package org.dianqiao.connector.folder;

import java.io.IOException;
import java.util.List;

/** Where a partner leaves files and finds ours. Names never lead out of it. */
public interface Folder extends AutoCloseable {

    /** In which files stand that are dealt with. */
    String DONE = "done";

    /** More than this are not seen at once. */
    int MOST = 1_000;

    /** The files that lie there, no links and no folders. */
    List<Found> look() throws IOException;

    /** A file's first bytes, one more than `most` where there are more. */
    byte[] read(String name, int most) throws IOException;

    /** It is there whole or not at all, in place of one of the same name. */
    void write(String name, byte[] content) throws IOException;

    /** Away into {@link #DONE}, under another name. */
    void putAway(String name, String as) throws IOException;

    /** Out of {@link #DONE} again, unless another has its name since. */
    void bringBack(String as, String name) throws IOException;

    /** Whether we may put something there and take it away; what it did is undone. */
    void tryRights() throws IOException;

    @Override
    void close();
}
