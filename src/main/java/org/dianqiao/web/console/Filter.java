package org.dianqiao.web.console;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Which messages somebody wants to see. A case is looked for in all of the ledger, all else in the last hour. */
public record Filter(
        @Nullable String partner,
        @Nullable String outcome,
        @Nullable String service,
        @Nullable String project) {

    public Filter {
        partner = clean(partner);
        outcome = clean(outcome);
        service = clean(service);
        project = clean(project);
    }

    static Filter ofCase(String caseId) {
        return new Filter(null, null, null, caseId);
    }

    public boolean any() {
        return partner != null || outcome != null || service != null || project != null;
    }

    /** Where a page stands that shows this. */
    String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
        add(address, "project", project);
        add(address, "partner", partner);
        add(address, "service", service);
        add(address, "outcome", outcome);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static @Nullable String clean(@Nullable String text) {
        return StringUtils.hasText(text) ? text.strip().replace("\0", "") : null;
    }
}
