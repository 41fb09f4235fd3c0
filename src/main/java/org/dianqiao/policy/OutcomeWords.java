package org.dianqiao.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.calendar.Limit;
import org.jspecify.annotations.Nullable;

/** What a rule says, in a line: enough to see that two say the same. */
public final class OutcomeWords {

    private static final Wording NOTHING = new Wording("无规定", "nothing is said");

    private OutcomeWords() {}

    public static Wording of(@Nullable Outcome outcome) {
        return beside(outcome, null);
    }

    /** Who owns something that is crossed. */
    static Wording of(List<Permit.Task> owners) {
        return owners.isEmpty() ? NOTHING : new Wording(tasks(owners, true), tasks(owners, false));
    }

    private static String tasks(List<Permit.Task> tasks, boolean chinese) {
        return tasks.stream().map(task -> task(task, chinese)).collect(Collectors.joining(chinese ? "；" : "; "));
    }

    /** What it says that the other does not, after what it is. */
    static Wording beside(@Nullable Outcome outcome, @Nullable Outcome other) {
        return outcome == null ? NOTHING : new Wording(line(outcome, other, true), line(outcome, other, false));
    }

    private static String line(Outcome outcome, @Nullable Outcome other, boolean chinese) {
        List<String> pieces = pieces(outcome, chinese);
        List<String> known = other == null ? List.of() : pieces(other, chinese);
        return pieces.stream()
                .filter(piece -> piece.equals(pieces.get(0)) || !known.contains(piece))
                .collect(Collectors.joining(chinese ? "；" : "; "));
    }

    private static List<String> pieces(Outcome outcome, boolean chinese) {
        List<String> pieces = new ArrayList<>();
        if (outcome instanceof Permit permit) {
            permit(permit, chinese, pieces);
        } else if (outcome instanceof Stages stages) {
            pieces.add(
                    stages.clock() == Stages.Clock.PART
                            ? ""
                            : stages.clock().title().in(chinese));
            stages.each().forEach(each -> pieces.add(name(each.stage(), chinese) + " " + said(each.limit(), chinese)));
            add(pieces, stages.total(), chinese ? "合计 " : "in all ", chinese);
            stages.excluded().forEach(stage -> pieces.add((chinese ? "不含" : "without ") + name(stage, chinese)));
        } else if (outcome instanceof Links links) {
            pieces.add(links.most() + (chinese ? " 个环节" : " links"));
            pieces.add(joined(links.each().stream(), chinese));
        } else if (outcome instanceof Papers papers) {
            pieces.add(name(papers.stage(), chinese));
            pieces.add(
                    papers.documents().isEmpty()
                            ? (chinese ? "不收资料" : "no papers")
                            : names(papers.documents(), chinese));
        } else if (outcome instanceof Investment investment) {
            pieces.add(investment.answer().in(chinese));
        } else if (outcome instanceof Timer timer) {
            pieces.add(timer.after() + " → " + timer.due() + " " + said(timer.limit(), chinese));
        } else if (outcome instanceof Warnings warnings) {
            pieces.add(warnings.of().title().in(chinese));
            warnings.each().forEach(each -> pieces.add(warning(each, chinese)));
        } else if (outcome instanceof Duty duty) {
            pieces.add(name(duty.subject(), chinese));
            pieces.add(names(duty.terms(), chinese));
            relief(duty.relief(), chinese, pieces);
        }
        pieces.removeIf(String::isEmpty);
        return pieces;
    }

    private static void permit(Permit permit, boolean chinese, List<String> pieces) {
        pieces.add(permit.step().title().in(chinese));
        add(pieces, permit.limit(), "", chinese);
        if (permit.instead() != null) {
            String path = permit.instead().step().title().in(chinese);
            add(
                    pieces,
                    permit.instead().lead(),
                    chinese ? "或" + path + "，开工前 " : "or " + path + ", before the start ",
                    chinese);
        }
        permit.tasks().forEach(task -> pieces.add(task(task, chinese)));
        add(pieces, permit.documents(), chinese ? "材料：" : "papers: ", chinese);
        add(pieces, permit.duties(), chinese ? "义务：" : "duties: ", chinese);
    }

    private static void relief(Relief relief, boolean chinese, List<String> pieces) {
        add(pieces, relief.fetched(), chinese ? "线上获取：" : "fetched online: ", chinese);
        add(pieces, relief.onFile(), chinese ? "存档有效：" : "valid on file: ", chinese);
        add(pieces, relief.later(), chinese ? "可后补：" : "may come later: ", chinese);
        relief.instead()
                .forEach((paper, others) ->
                        add(pieces, others, name(paper, chinese) + (chinese ? "可代之以：" : " or instead: "), chinese));
    }

    private static String task(Permit.Task task, boolean chinese) {
        String limit = task.limit() == null ? "" : " " + said(task.limit(), chinese);
        String when = joined(task.when().words().stream(), chinese);
        return name(task.department(), chinese)
                + (chinese ? "：" : ": ")
                + task.item().in(chinese)
                + (when.isEmpty() ? "" : chinese ? "（" + when + "）" : " (" + when + ")")
                + limit;
    }

    private static String warning(Warnings.Warning each, boolean chinese) {
        Limit overdue = each.overdue();
        String over = overdue == null || overdue.value() == 0
                ? ""
                : (chinese ? "且超时 " : " and over by ") + said(overdue, chinese);
        return each.colour().title().in(chinese) + " " + each.percent() + "%" + over + " → "
                + names(each.told(), chinese);
    }

    private static void add(List<String> pieces, @Nullable Limit limit, String lead, boolean chinese) {
        if (limit != null) {
            pieces.add(lead + said(limit, chinese));
        }
    }

    private static void add(List<String> pieces, List<Term> terms, String lead, boolean chinese) {
        if (!terms.isEmpty()) {
            pieces.add(lead + names(terms, chinese));
        }
    }

    private static String said(Limit limit, boolean chinese) {
        return chinese ? limit.zh() : limit.en();
    }

    private static String name(Term term, boolean chinese) {
        return term.name().in(chinese);
    }

    private static String names(List<Term> terms, boolean chinese) {
        return joined(terms.stream().map(Term::name), chinese);
    }

    private static String joined(Stream<Wording> words, boolean chinese) {
        Function<Wording, String> in = word -> word.in(chinese);
        return words.map(in).collect(Collectors.joining(chinese ? "、" : ", "));
    }
}
