package org.dianqiao.web.console;

import org.jspecify.annotations.Nullable;

/** Which messages somebody wants to see. A case is looked for in all of the ledger, all else in the last hour. */
public record Filter(
        @Nullable String partner,
        @Nullable String outcome,
        @Nullable String service,
        @Nullable String project) {

    public Filter {
        partner = Written.sought(partner);
        outcome = Written.sought(outcome);
        service = Written.sought(service);
        project = Written.sought(project);
    }

    static Filter ofCase(String caseId) {
        return new Filter(null, null, null, caseId);
    }

    public boolean any() {
        return partner != null || outcome != null || service != null || project != null;
    }

    /** Where a page stands that shows this. */
    String address() {
        return PageAddress.of("/")
                .with("project", project)
                .with("partner", partner)
                .with("service", service)
                .with("outcome", outcome)
                .text();
    }
}
