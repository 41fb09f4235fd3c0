package org.dianqiao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dianqiao.calendar.WorkingDays;
import org.dianqiao.policy.Policies;
import org.dianqiao.policy.Term;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guide tells everybody is what a utility is told of each customer. */
class GuideAgreesWithChecksTest extends CheckingDocuments {

    private static final Map<String, String> STAGES = Map.of(
            "accepted", "业务受理",
            "design-reviewed", "设计审查",
            "mid-inspected", "中间检查",
            "completion-inspected", "竣工检验");
    private static final Pattern STAGE =
            Pattern.compile("<h3>([^<]*)</h3>\\s*<ul class=\"dots\">(.*?)</ul>", Pattern.DOTALL);
    private static final Pattern PAPER = Pattern.compile("<li>([^<]*)</li>");

    @ParameterizedTest
    @CsvSource({
        XINMI + ", resident, 0.22", XINMI + ", small-micro, 0.38", XINMI + ", hv, 10",
        ZOUPING + ", resident, 0.22", ZOUPING + ", small-micro, 0.38", ZOUPING + ", hv, 10",
        YIXIAN + ", resident, 0.22", YIXIAN + ", small-micro, 0.38", YIXIAN + ", hv, 10",
        JILIN + ", resident, 0.22", JILIN + ", small-micro, 0.38", JILIN + ", hv, 10",
    })
    void namesTheSamePapers(String region, String customer, double voltage) throws Exception {
        known.clear();
        Map<String, List<String>> told = papers(region, customer, voltage);
        assertThat(told).isNotEmpty();
        for (Map.Entry<String, String> stage : STAGES.entrySet()) {
            ObjectNode question =
                    company(region, customer).put("voltageKv", voltage).put("stage", stage.getKey());
            assertThat(names(region, texts(checked(question).path("required"))))
                    .as(stage.getKey())
                    .isEqualTo(told.getOrDefault(stage.getValue(), List.of()));
        }
    }

    /** By stage, as the guide's form answers. */
    private static Map<String, List<String>> papers(String region, String customer, double voltage) throws Exception {
        String page = page(
                "/guide/what-applies?ask=owed&region=" + region + "&customerClass=" + customer + "&voltageKv=" + voltage
                        + "&business=new&specialIndustry=no&importantCustomer=no&assetTransfer=no&fetchedOnline=no");
        Map<String, List<String>> papers = new HashMap<>();
        STAGE.matcher(page)
                .results()
                .forEach(stage -> papers.put(
                        stage.group(1),
                        PAPER.matcher(stage.group(2))
                                .results()
                                .map(MatchResult::group)
                                .map(item -> item.replaceAll("<[^>]*>", ""))
                                .filter(name -> !name.equals("不收取任何资料"))
                                .toList()));
        return papers;
    }

    private static String page(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(gateway().resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private static List<String> names(String region, List<String> codes) {
        Map<String, String> names = Policies.read(Path.of("mappings/policies"))
                .of(region, WorkingDays.dayOf(CLOCK.instant()))
                .orElseThrow()
                .pack()
                .documents()
                .stream()
                .collect(Collectors.toMap(Term::code, term -> term.name().zh()));
        return codes.stream().map(names::get).toList();
    }
}
