package org.dianqiao.codes;

import com.schibsted.spt.data.jslt.parser.JsltParserConstants;
import com.schibsted.spt.data.jslt.parser.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianqiao.files.Fault;

/** What the language can say and a mapping must not: what makes it depend on the day, or on how a machine rounds. */
final class MappingScrutiny {

    private static final String IMPURE = "not the same every time: a mapping depends on nothing but what it is given";
    private static final String INEXACT = "not exact with fractions: a mapping names things anew, it does not reckon";
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("now", IMPURE),
            Map.entry("random", IMPURE),
            Map.entry("uuid", IMPURE),
            Map.entry("round", INEXACT),
            Map.entry("floor", INEXACT),
            Map.entry("ceiling", INEXACT),
            Map.entry("sum", INEXACT),
            Map.entry("mod", INEXACT),
            Map.entry("from-json", INEXACT),
            Map.entry("parse-time", "not strict about days: use `date8` or `time14`"),
            Map.entry("format-time", "not strict about days: use `toDate8` or `toTime14`"),
            Map.entry("error", "without a sentence for who is to mend it: use `required`"));

    private final JsltFile file;
    private final List<Fault> faults;
    private final Set<String> declared = new HashSet<>();

    private MappingScrutiny(JsltFile file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    static void look(JsltFile file, CodeTables tables, List<Fault> faults) {
        MappingScrutiny scrutiny = new MappingScrutiny(file, faults);
        scrutiny.declare();
        scrutiny.lookAtWords();
        scrutiny.lookAtTables(tables);
    }

    /** Behind `let`, and as parameters: in a call an argument is no bare name. */
    private void declare() {
        int before = JsltParserConstants.EOF;
        for (Token word : file.words()) {
            boolean listed = before == JsltParserConstants.LPAREN || before == JsltParserConstants.COMMA;
            if (word.kind == JsltParserConstants.IDENT && (listed || before == JsltParserConstants.LET)) {
                declared.add(word.image);
            }
            before = word.kind;
        }
    }

    private void lookAtWords() {
        int before = JsltParserConstants.EOF;
        for (Token word : file.words()) {
            if (JsltFile.isCall(word) && REFUSED.containsKey(word.image)) {
                fault(word, "is " + REFUSED.get(word.image));
            }
            if (reckons(word, before)) {
                fault(word, "is " + INEXACT);
            }
            if (word.kind == JsltParserConstants.VARIABLE && !declared.contains(word.image.substring(1))) {
                fault(word, "is not said to be anything");
            }
            before = word.kind;
        }
    }

    private void fault(Token word, String reason) {
        faults.add(new Fault(file.file(), word.beginLine, "`" + word.image + "` " + reason));
    }

    /** `* : .` and `* - name : .` take members over, which is no reckoning. */
    private static boolean reckons(Token word, int before) {
        int next = word.next.kind;
        return switch (word.kind) {
            case JsltParserConstants.SLASH, JsltParserConstants.DECIMAL -> true;
            case JsltParserConstants.STAR -> next != JsltParserConstants.COLON && next != JsltParserConstants.MINUS;
            case JsltParserConstants.MINUS -> before != JsltParserConstants.STAR;
            default -> false;
        };
    }

    private void lookAtTables(CodeTables tables) {
        file.tables().stream()
                .filter(table -> tables.named(table.name()).isEmpty())
                .forEach(table -> faults.add(
                        new Fault(file.file(), table.line(), "there is no code table `" + table.name() + "`")));
    }
}
