package org.dianqiao.connector.list;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dianqiao.codes.CodeTable;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.connector.Call;
import org.dianqiao.connector.Translated;
import org.dianqiao.connector.table.Table;
import org.dianqiao.connector.table.Table.Form;
import org.dianqiao.connector.table.Table.Row;
import org.dianqiao.connector.table.Table.Sheet;
import org.dianqiao.connector.table.Unreadable;

/**
 * A list as far as it has been read.
 *
 * @param notes what whoever left it should know of the whole
 * @param unread why nothing of it can be read; absent where it can
 * @param mapping by which its rows are put into our words
 */
public record Listing(
        Left left,
        Form form,
        Columns columns,
        List<Row> rows,
        List<String> notes,
        Optional<String> unread,
        String mapping) {

    /** Above the headings stand titles and remarks. */
    private static final int LAST_OF_HEADINGS = 20;

    private static final Columns NONE = new Columns(0, List.of(), List.of());

    static Listing of(Left left, CodeTable headings) {
        try {
            return of(left, Table.of(left.content()), headings);
        } catch (Unreadable unreadable) {
            Form form = left.name().text().endsWith(".xlsx") ? Form.XLSX : Form.CSV;
            return new Listing(left, form, NONE, List.of(), List.of(), Optional.of(unreadable.sentence()), "");
        }
    }

    private static Listing of(Left left, Table table, CodeTable headings) {
        for (Sheet sheet : table.sheets()) {
            for (Row row : sheet.rows().stream().limit(LAST_OF_HEADINGS).toList()) {
                Optional<Columns> columns = Columns.of(row, headings);
                if (columns.isPresent()) {
                    return of(left, table, columns.get(), sheet);
                }
            }
        }
        throw new Unreadable("前 " + LAST_OF_HEADINGS + " 行中没有找到列名（如“项目代码”“项目名称”），无法读取。");
    }

    private static Listing of(Left left, Table table, Columns columns, Sheet sheet) {
        List<Row> rows = sheet.rows().stream()
                .filter(row -> row.number() > columns.headings() && !columns.areRepeatedBy(row))
                .toList();
        return new Listing(left, table.form(), columns, rows, table.notes(), Optional.empty(), "");
    }

    /** As what the partner's system said, and nobody can read. */
    Translated refused(String why) {
        return new Translated(
                original(),
                MissingNode.getInstance(),
                MissingNode.getInstance(),
                MappingFault.at("", why.replaceAll("。$", ""), "the list cannot be read"));
    }

    /** The list itself; of one that was not read to its end, only that. */
    private Call original() {
        if (left.content().length <= Table.LARGEST) {
            return left.says(null, left.content());
        }
        ObjectNode large = JsonNodeFactory.instance
                .objectNode()
                .put("file", left.name().text())
                .put("largerThan", Table.LARGEST);
        return left.says("application/json", large.toString().getBytes(StandardCharsets.UTF_8));
    }

    Listing by(String mappingName) {
        return new Listing(left, form, columns, rows, notes, unread, mappingName);
    }
}
