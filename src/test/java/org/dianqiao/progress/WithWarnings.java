package org.dianqiao.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.dianqiao.Office;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.DeadlineWatch;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Refusal;

/** Time passes by moving its beginning back; who is warned is heard at the offices, and read in the timeline. */
abstract class WithWarnings extends WithApplications {

    static final String PROVINCE = "grid.henan";

    /** All that is owed in this case began so long ago; whoever looks at the case at this moment ends first. */
    static void began(String number, Duration ago) {
        database().sql("""
                UPDATE deadline SET began = now() - make_interval(mins => ?),
                                    look_at = CASE WHEN met_at IS NULL THEN now() END
                WHERE case_no = (SELECT case_no FROM casefile WHERE number = ? FOR UPDATE)
                """).params((int) ago.toMinutes(), number).update();
    }

    /** As after a restart: nobody remembers that somebody has just looked. */
    static void look() {
        bean(DeadlineWatch.class).look();
        bean(DeadlineWatch.class).look();
    }

    /** The warnings about one period, each with whom it went to: `blue grid.erqi`. */
    static List<String> warned(String number, String about) {
        String caseNo = database()
                .sql("SELECT case_no FROM casefile WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
        return bean(Cases.class).timeline(caseNo).stream()
                .filter(event -> event.what().equals("warned") && about.equals(event.about()))
                .map(event -> event.told().path("colour").asText() + " "
                        + event.told().path("told").asText())
                .toList();
    }

    /** The colours that an office was told of. */
    static List<String> heard(Office office, String number, String about) {
        return colours(
                office.visits().stream()
                        .filter(visit -> visit.path().endsWith("/deadline.warned"))
                        .map(Office.Visit::payload),
                number,
                about);
    }

    static List<String> heardByTheProvince(String number, String about) {
        return colours(
                gridHeard().stream()
                        .filter(message -> message.service().equals("deadline.warned"))
                        .map(WithWarnings::payload),
                number,
                about);
    }

    private static List<String> colours(Stream<? extends JsonNode> letters, String number, String about) {
        return letters.filter(letter -> letter.path("number").asText().equals(number))
                .filter(letter -> letter.path("about").asText().equals(about))
                .map(letter -> letter.path("colour").asText())
                .toList();
    }

    private static JsonNode payload(Incoming message) {
        try {
            return message.payload();
        } catch (Refusal e) {
            throw new AssertionError(e);
        }
    }
}
