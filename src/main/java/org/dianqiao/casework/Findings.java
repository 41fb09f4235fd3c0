package org.dianqiao.casework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dianqiao.calendar.Limit;
import org.dianqiao.casework.Finding.Kind;
import org.dianqiao.policy.Wording;
import org.springframework.stereotype.Component;

/**
 * What timelines show of the times in them 如实记录办电时间: a function of the case and its events, of nothing else. Our own
 * times cannot be set back, so what is claimed is measured against them.
 */
@Component
public class Findings {

    private final FindingSettings settings;

    Findings(FindingSettings settings) {
        this.settings = settings;
    }

    /** `timeline`: all its events, oldest first. In the order in which they came out. */
    public List<Finding> of(Casefile file, List<Event> timeline) {
        List<Numbered> events = Numbered.all(timeline);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(Backdating.in(events, settings.skew()));
        findings.addAll(BackFilling.in(events));
        findings.addAll(Disorder.in(file, events));
        findings.addAll(StoppedClocks.in(file, events));
        events.forEach(event -> noted(event, findings));
        return findings.stream().sorted(Comparator.comparing(Finding::shownBy)).toList();
    }

    /** What was seen when it happened, because the timeline alone does not show it. */
    private static void noted(Numbered event, List<Finding> findings) {
        switch (event.event().what()) {
            case "off-system" -> findings.add(offSystem(event));
            case "re-run" -> findings.add(reRun(event));
            case "demanded" -> findings.add(beyondTheList(event));
            case "accepted-late" -> findings.add(acceptedLate(event));
            default -> {}
        }
    }

    private static Finding offSystem(Numbered event) {
        Wording sentence = new Wording(
                "没有收到过用电申请，供电企业却报送了施工或送电，疑为体外循环。",
                "Works or power were told of without any application: it seems to have gone outside the system.");
        return new Finding(Kind.OFF_SYSTEM, event.event().about(), sentence, List.of(event.no()));
    }

    private static Finding reRun(Numbered event) {
        String earlier = event.event().told().path("earlier").asText();
        int percent = event.event().told().path("percent").asInt();
        Wording sentence = new Wording(
                "同一用户、同一地点、同一容量的申请 " + earlier + " 用去时限的 " + percent + "% 仍未送电，又重新申请，疑为重走流程。",
                "Application " + earlier + " of the same customer, site and capacity had used " + percent
                        + " % of its time without power when this one was begun: the process seems to be run again.");
        return new Finding(Kind.RE_RUN, null, sentence, List.of(event.no()));
    }

    private static Finding acceptedLate(Numbered event) {
        String began = event.event().told().path("began").asText();
        Limit limit = Limit.of(event.event().told().path("limit").asText());
        Wording sentence = new Wording(
                "任务 " + began + " 已派发，" + limit.zh() + "的期限届满之后才受理，办理时间自受理之日重新起算。",
                "The task was given on " + began + " and accepted only when its " + limit.en()
                        + " were over; its time began anew with the acceptance.");
        return new Finding(Kind.ACCEPTED_LATE, event.event().about(), sentence, List.of(event.no()));
    }

    private static Finding beyondTheList(Numbered event) {
        List<String> papers = new ArrayList<>();
        event.event().told().path("documents").forEach(paper -> papers.add(paper.asText()));
        String rule = event.event().told().path("rule").asText();
        Wording sentence = new Wording(
                "要求提供清单以外的材料（" + String.join("、", papers) + "），依据 " + rule + " 已被拒绝。",
                "Papers beyond the closed list were asked for (" + String.join(", ", papers) + "); by " + rule
                        + " that was refused.");
        return new Finding(Kind.BEYOND_THE_LIST, event.event().about(), sentence, List.of(event.no()));
    }
}
