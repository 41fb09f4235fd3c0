package org.dianqiao.codes;

import com.schibsted.spt.data.jslt.JsltException;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dianqiao.files.Fault;
import org.jspecify.annotations.Nullable;

/** What the library says of a file that it cannot compile, as a sentence for who wrote the file. */
final class JsltFault {

    /** Its generated parser lists all that it would have liked better; the place is what helps. */
    private static final Pattern PLACE = Pattern.compile("Encountered \"(<EOF>)?.*? at line (\\d+), column (\\d+)");

    private JsltFault() {}

    /** `read`: nothing where the library names another file than those that it was given. */
    static Fault of(Path file, @Nullable JsltFile read, JsltException e) {
        String message = String.valueOf(e.getMessageWithoutLocation());
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? new Fault(file, Integer.parseInt(place.group(2)), sentence(place, read))
                : new Fault(
                        file,
                        Math.max(e.getLine(), 0),
                        message.lines().findFirst().orElse("cannot be compiled"));
    }

    private static String sentence(MatchResult place, @Nullable JsltFile read) {
        if (place.group(1) != null) {
            return "it ends before it is complete; look for a bracket that is not closed";
        }
        int line = Integer.parseInt(place.group(2));
        int column = Integer.parseInt(place.group(3));
        return Stream.ofNullable(read)
                .flatMap(known -> known.words().stream())
                .filter(word -> word.beginLine == line && word.beginColumn == column)
                .map(word -> "`" + word.image + "` cannot stand here; look at what is before it")
                .findFirst()
                .orElse("what stands in column " + column + " cannot stand there; look at what is before it");
    }
}
