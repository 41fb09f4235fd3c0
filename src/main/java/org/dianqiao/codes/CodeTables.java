package org.dianqiao.codes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;

/** The code tables of one folder, read together: either all of them are good, or none is used. */
public final class CodeTables {

    private final Map<TableKind, CodeTable> tables;
    private final Map<String, CodeTable> byName = new HashMap<>();
    private final Divisions divisions;
    private final Industries industries;

    private CodeTables(Map<TableKind, CodeTable> tables, Collection<CodeTable> all) {
        this.tables = tables;
        all.forEach(table -> byName.put(table.name(), table));
        this.divisions = new Divisions(of(TableKind.DIVISIONS));
        this.industries = new Industries(of(TableKind.INDUSTRIES));
    }

    /** A file of another name is an operator's own table: it must be readable, and is otherwise his. */
    public static CodeTables read(Path folder) {
        List<Fault> faults = new ArrayList<>();
        Map<Path, CodeTable> files = new HashMap<>();
        Yaml.files(folder, ".csv").forEach(file -> files.put(file, CodeTable.read(file, faults)));
        Map<TableKind, CodeTable> tables = new EnumMap<>(TableKind.class);
        for (TableKind kind : TableKind.values()) {
            CodeTable table = files.get(folder.resolve(kind.file()));
            if (table == null) {
                faults.add(new Fault(folder.resolve(kind.file()), "is missing"));
            } else {
                kind.check(table, faults);
                tables.put(kind, table);
            }
        }
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
        return new CodeTables(tables, files.values());
    }

    /** Any of them, an operator's own too, by the name of its file without the ending. */
    public Optional<CodeTable> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Divisions divisions() {
        return divisions;
    }

    public Industries industries() {
        return industries;
    }

    /** How the utility of that profile numbers its accounts. */
    public Optional<AccountProfile> accountProfile(String code) {
        return of(TableKind.ACCOUNT_PROFILES).find(code).map(AccountProfile::of);
    }

    public CodeTable licenceTypes() {
        return of(TableKind.LICENCE_TYPES);
    }

    /** Which licences weigh as much as a paper that a customer would bring. */
    public CodeTable documentLicences() {
        return of(TableKind.DOCUMENT_LICENCES);
    }

    public CodeTable holderCodeTypes() {
        return of(TableKind.HOLDER_CODE_TYPES);
    }

    public CodeTable projectDepartments() {
        return of(TableKind.PROJECT_DEPARTMENTS);
    }

    public CodeTable projectTypes() {
        return of(TableKind.PROJECT_TYPES);
    }

    /** 审批, 核准 and 备案, by the codes of the old generation's project codes. */
    public CodeTable projectProcedures() {
        return of(TableKind.PROJECT_PROCEDURES);
    }

    public CodeTable creditCodeDepartments() {
        return of(TableKind.CREDIT_CODE_DEPARTMENTS);
    }

    public CodeTable creditCodeCategories() {
        return of(TableKind.CREDIT_CODE_CATEGORIES);
    }

    public CodeTable gridCompanies() {
        return of(TableKind.GRID_COMPANIES);
    }

    public CodeTable caseStatus() {
        return of(TableKind.CASE_STATUS);
    }

    private CodeTable of(TableKind kind) {
        return Objects.requireNonNull(tables.get(kind));
    }
}
