package org.dianqiao.codes;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.dianqiao.codes.CodeTable.Row;
import org.dianqiao.files.Fault;

/** The tables that must be there, and what their rows must be. A table may have more columns than it must. */
enum TableKind {
    DIVISIONS("divisions", (table, row) -> Region.of(row.code())),
    INDUSTRIES("industries", Industries::admit, "section", "year"),
    LICENCE_TYPES("licence-types", (table, row) -> LicenceType.of(row.code())),
    DOCUMENT_LICENCES("document-licences", TableKind::documentLicence, "document", "holder"),
    HOLDER_CODE_TYPES("holder-code-types", TableKind::holderCodeType, "kind"),
    PROJECT_DEPARTMENTS("project-departments", written("99")),
    PROJECT_TYPES("project-types", written("99")),
    PROJECT_PROCEDURES("project-procedures", written("99")),
    CREDIT_CODE_DEPARTMENTS("credit-code-departments", written("X")),
    CREDIT_CODE_CATEGORIES("credit-code-categories", written("X9")),
    ACCOUNT_PROFILES("account-profiles", (table, row) -> AccountProfile.of(row), "present", "former"),
    GRID_COMPANIES("grid-companies", TableKind::gridCompany, "region"),
    CASE_STATUS("case-status", TableKind::caseStatus);

    private final String file;
    private final BiConsumer<CodeTable, Row> admission;
    private final List<String> columns;

    TableKind(String name, BiConsumer<CodeTable, Row> admission, String... more) {
        this.file = name + ".csv";
        this.admission = admission;
        this.columns = Stream.concat(Stream.of("zh", "en"), Stream.of(more)).toList();
    }

    String file() {
        return file;
    }

    /** What an admission throws as an IllegalArgumentException is the fault of the row. */
    void check(CodeTable table, List<Fault> faults) {
        List<String> missing = columns.stream()
                .filter(column -> !table.columns().contains(column))
                .toList();
        if (missing.isEmpty()) {
            table.rows().forEach(row -> check(table, row, faults));
        } else if (!table.columns().isEmpty()) {
            faults.add(new Fault(table.file(), table.line(), "columns are missing: " + missing));
        }
    }

    private void check(CodeTable table, Row row, List<Fault> faults) {
        if (row.zh().isEmpty() || row.en().isEmpty()) {
            faults.add(new Fault(table.file(), row.line(), "`zh` and `en` both need a name"));
        }
        try {
            admission.accept(table, row);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(table.file(), row.line(), "`" + row.code() + "`: " + e.getMessage()));
        }
    }

    private static BiConsumer<CodeTable, Row> written(String pattern) {
        return (table, row) -> new Shape(pattern).check(row.code()).admit(row.code());
    }

    private static void gridCompany(CodeTable table, Row row) {
        new Shape("99999").check(row.code()).admit(row.code());
        Region.of(row.text("region"));
    }

    private static void holderCodeType(CodeTable table, Row row) {
        new Shape("999").check(row.code()).admit(row.code());
        if (!Set.of("person", "enterprise").contains(row.text("kind"))) {
            throw new IllegalArgumentException("`kind` must be person or enterprise");
        }
    }

    private static void documentLicence(CodeTable table, Row row) {
        LicenceType.of(row.code());
        if (!Set.of("person", "enterprise", "any").contains(row.text("holder"))) {
            throw new IllegalArgumentException("`holder` must be person, enterprise or any");
        }
    }

    private static void caseStatus(CodeTable table, Row row) {
        if (!row.code().matches("[1-9]|1[0-5]")) {
            throw new IllegalArgumentException("a number from 1 to 15 is expected");
        }
    }
}
