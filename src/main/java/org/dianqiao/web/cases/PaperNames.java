package org.dianqiao.web.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What papers are called 材料名称, by the codes under which they are asked for. */
record PaperNames(Map<String, String> byCode) {

    /** A paper may come with a name. One of which no pack knows the code is called by it. */
    List<String> of(JsonNode papers) {
        return StreamSupport.stream(papers.spliterator(), false).map(this::one).toList();
    }

    private String one(JsonNode paper) {
        String code = paper.path("type").asText(paper.asText());
        return paper.path("name").asText(byCode.getOrDefault(code, code));
    }
}
