package org.dianqiao.web.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a page stands that shows what somebody seeks. */
public final class PageAddress {

    private final UriComponentsBuilder address;

    private PageAddress(UriComponentsBuilder address) {
        this.address = address;
    }

    public static PageAddress of(String path) {
        return new PageAddress(UriComponentsBuilder.fromPath(path));
    }

    /** What does not matter is left out. */
    public PageAddress with(String name, @Nullable String sought) {
        if (sought != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, sought));
        }
        return this;
    }

    public String text() {
        return address.encode().toUriString();
    }
}
