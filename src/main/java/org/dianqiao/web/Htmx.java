package org.dianqiao.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where the htmx on the class path lies, whatever its version. */
final class Htmx {

    private static final String FILE = "htmx.min.js";
    private static final String ANYWHERE = "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/" + FILE;

    private Htmx() {}

    static String location() {
        try {
            String found = new PathMatchingResourcePatternResolver()
                    .getResources(ANYWHERE)[0]
                    .getURL()
                    .toString();
            return found.substring(0, found.length() - FILE.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
