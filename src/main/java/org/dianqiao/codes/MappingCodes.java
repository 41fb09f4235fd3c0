package org.dianqiao.codes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Supplier;
import org.dianqiao.codes.CodeTable.Row;

/** Code tables as mappings use them, both ways. The tables are those of the moment, also when a file has changed. */
final class MappingCodes {

    /** The column that says what a code is called with us. */
    private static final String OURS = "ours";

    private final Supplier<CodeTables> tables;

    MappingCodes(Supplier<CodeTables> tables) {
        this.tables = tables;
    }

    /** `code("marketing-reasons", "01", "zh")`: what a column says of a code; without a column, what it is with us. */
    JsonNode meaning(JsonNode[] given) {
        Row row = table(given[0])
                .find(MappingFunctions.text(given[1]).textValue())
                .orElseThrow(() -> unknown(given));
        String meaning = row.text(column(given)).split("\\|", 2)[0];
        return meaning.isEmpty() ? NullNode.instance : TextNode.valueOf(meaning);
    }

    /** `codeOf("grid-companies", "410000", "region")`: the first code of which a column says this. */
    JsonNode codeOf(JsonNode[] given) {
        return table(given[0])
                .naming(column(given), MappingFunctions.text(given[1]).textValue())
                .map(row -> TextNode.valueOf(row.code()))
                .orElseThrow(() -> unknown(given));
    }

    private static MappingFault unknown(JsonNode[] given) {
        String table = given[0].asText();
        return MappingFault.of(given[1], "代码表 " + table + " 中没有", "is not in the code table " + table);
    }

    private CodeTable table(JsonNode name) {
        return tables.get()
                .named(name.asText())
                .orElseThrow(() -> new IllegalStateException("there is no code table `" + name.asText() + "`"));
    }

    private static String column(JsonNode[] given) {
        return given.length > 2 ? given[2].asText() : OURS;
    }
}
