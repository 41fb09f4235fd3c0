package org.dianqiao.connector.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.dianqiao.connector.Answered;

/** Why a row was not taken, in a sentence for whoever wrote it: the list's own headings, never its values. */
final class Verdicts {

    private static final int MOST = 5;

    private Verdicts() {}

    static String refusal(Answered answered, Columns columns) {
        List<String> faults = new ArrayList<>();
        for (JsonNode error : answered.body().path("errors")) {
            String place = error.path("pointer").asText();
            String message = error.path("message").asText();
            faults.add(place.isEmpty() ? message : columns.heading(place) + "：" + message);
        }
        if (faults.isEmpty()) {
            return answered.body().path("detail").asText();
        }
        List<String> told = faults.subList(0, Math.min(MOST, faults.size()));
        return String.join("；", told) + (faults.size() > MOST ? "等。" : "。");
    }
}
