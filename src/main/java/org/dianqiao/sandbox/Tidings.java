package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the gateway tells, on one line. No names of people: their applications go by number. */
final class Tidings {

    private Tidings() {}

    static String of(Incoming event) throws Refusal {
        ObjectNode told = event.payload();
        return switch (event.service()) {
            case "permit.accepted" -> "得知申报受理 hears that the filing is accepted: " + accepted(told);
            case "permit.result" -> "得知审批结果 hears the result: " + result(told);
            case "deadline.warned" ->
                "收到期限预警 is warned of a deadline: "
                        + texts(told, "colour", "number", "title", "about", "responsible")
                        + " " + texts(told.path("limit"), "due");
            case "supply.applied" ->
                "收到用电申请 gets an application for supply: " + texts(told, "applicationNo", "channel");
            case "permit.withdrawn" ->
                "得知申报撤回 hears that the filing is withdrawn: " + texts(told, "filingNo", "reason");
            case "works.completed" ->
                "得知工程竣工 hears that the works are completed: " + texts(told, "filingNo", "completedAt");
            default -> "收到 gets " + event.service();
        };
    }

    private static String accepted(ObjectNode told) {
        return texts(told, "filingNo", "caseNo") + " " + texts(told.path("decision"), "path", "rule") + " "
                + each(told.path("tasks"), task -> texts(task, "department", "due"));
    }

    private static String result(ObjectNode told) {
        String certificate = told.path("certificate").path("number").asText();
        String replaced = told.path("supersedes").asText();
        return texts(told, "filingNo", "outcome")
                + (certificate.isEmpty() ? "" : ", 证书 certificate " + certificate)
                + (replaced.isEmpty() ? "" : ", 取代 instead of " + replaced)
                + " " + each(told.path("tasks"), task -> texts(task, "department", "status", "documentNo"));
    }

    private static String texts(JsonNode told, String... members) {
        return Stream.of(members)
                .map(member -> told.path(member).asText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String each(JsonNode list, Function<JsonNode, String> telling) {
        return StreamSupport.stream(list.spliterator(), false).map(telling).collect(Collectors.joining(", ", "[", "]"));
    }
}
