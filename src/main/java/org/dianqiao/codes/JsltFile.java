package org.dianqiao.codes;

import com.schibsted.spt.data.jslt.parser.JsltParser;
import com.schibsted.spt.data.jslt.parser.JsltParserConstants;
import com.schibsted.spt.data.jslt.parser.Token;
import com.schibsted.spt.data.jslt.parser.TokenMgrError;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianqiao.files.Fault;
import org.dianqiao.files.SmallFile;
import org.jspecify.annotations.Nullable;

/** One file of the mapping language, word by word: enough to tell what it uses, before anything of it runs. */
record JsltFile(Path file, List<Token> words, String text) {

    private static final int LARGEST = 1 << 20;
    private static final Pattern LINE = Pattern.compile("at line (\\d+)");

    private static final Set<String> TABLES = Set.of("code", "codeOf");

    /** Something that a file names, and where. */
    record Mention(String name, int line) {}

    static Optional<JsltFile> read(Path file, List<Fault> faults) {
        return SmallFile.text(file, LARGEST, faults).flatMap(text -> of(file, text, faults));
    }

    private static Optional<JsltFile> of(Path file, String text, List<Fault> faults) {
        try {
            return Optional.of(new JsltFile(file, words(text), text));
        } catch (TokenMgrError e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            faults.add(new Fault(file, line.find() ? Integer.parseInt(line.group(1)) : 0, "an unknown character"));
            return Optional.empty();
        }
    }

    private static List<Token> words(String text) {
        JsltParser parser = new JsltParser(new StringReader(text));
        List<Token> words = new ArrayList<>();
        Token word = parser.getNextToken();
        while (word.kind != JsltParserConstants.EOF) {
            words.add(word);
            word = parser.getNextToken();
        }
        return words;
    }

    List<Mention> imports() {
        return words.stream()
                .filter(word -> word.kind == JsltParserConstants.IMPORT)
                .map(word -> mention(word.next))
                .toList();
    }

    /** The text again, with other names in its imports. */
    String text(UnaryOperator<String> imports) {
        StringBuilder text = new StringBuilder();
        int before = JsltParserConstants.EOF;
        for (Token word : words) {
            appendBlanks(text, word.specialToken);
            boolean imported = before == JsltParserConstants.IMPORT;
            text.append(imported ? "\"" + imports.apply(mention(word).name()) + "\"" : word.image);
            before = word.kind;
        }
        return text.toString();
    }

    /** Blanks and comments before a word, of which it knows the last. */
    private static void appendBlanks(StringBuilder text, @Nullable Token last) {
        Deque<String> blanks = new ArrayDeque<>();
        for (Token blank = last; blank != null; blank = blank.specialToken) {
            blanks.push(blank.image);
        }
        blanks.forEach(text::append);
    }

    /** The code tables that it uses. One that is not named in so many words is named ``. */
    List<Mention> tables() {
        return words.stream()
                .filter(word -> isCall(word) && TABLES.contains(word.image))
                .map(word -> mention(word.next.next))
                .toList();
    }

    private static Mention mention(Token word) {
        boolean quoted = word.kind == JsltParserConstants.STRING;
        return new Mention(quoted ? word.image.substring(1, word.image.length() - 1) : "", word.beginLine);
    }

    static boolean isCall(Token word) {
        return word.kind == JsltParserConstants.IDENT && word.next.kind == JsltParserConstants.LPAREN;
    }
}
