package org.dianqiao.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.dianqiao.files.Fault;
import org.dianqiao.policy.Pack.Text;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a pack, section by section. */
final class Rules {

    private final Place pack;
    private final Terms terms;
    private final Map<String, Text> texts;

    Rules(Place pack, Terms terms, Map<String, Text> texts) {
        this.pack = pack;
        this.terms = terms;
        this.texts = texts;
    }

    List<Rule<?>> read() {
        List<Rule<?>> rules = new ArrayList<>();
        read("paths", this::permit, rules);
        read("stages", this::stages, rules);
        read("links", Rules::links, rules);
        read("papers", this::papers, rules);
        read("investment", Rules::investment, rules);
        read("timers", Rules::timer, rules);
        read("warnings", this::warnings, rules);
        read("duties", this::duty, rules);
        refuseContradictions(rules);
        return rules;
    }

    private void read(String section, Function<Place, Outcome> outcome, List<Rule<?>> rules) {
        pack.items(section).forEach(at -> rules.add(rule(at, outcome.apply(at))));
    }

    private <O extends Outcome> Rule<O> rule(Place at, O outcome) {
        Text text = text(at);
        return new Rule<>(
                at.text("id"),
                at.line(),
                condition(at.at("when"), outcome),
                at.at("effective").present() ? effective(at.at("effective")) : text.effective(),
                outcome,
                new Citation(text.name(), at.at("cite").text("clause")),
                at.wording("says"),
                at.texts("restates"));
    }

    private static Condition condition(Place when, Outcome outcome) {
        return outcome instanceof Timer ? Conditions.read(when) : Conditions.beforeThePath(when);
    }

    private Text text(Place at) {
        Place cited = at.at("cite").at("text");
        Text text = texts.get(cited.node().asText());
        if (text == null) {
            cited.fault("`" + cited.node().asText() + "` is not one of the `texts`");
            return new Text("", "", at.wording("says"), new Effective(LocalDate.EPOCH, null, false));
        }
        return text;
    }

    static Effective effective(Place at) {
        Effective effective = new Effective(
                at.date("from"),
                at.node().has("to") ? at.date("to") : null,
                at.text("then").equals("continued"));
        if (effective.to() != null && effective.to().isBefore(effective.from())) {
            at.fault("it ends before it begins");
        }
        return effective;
    }

    List<Elsewhere> elsewhere() {
        return pack.items("elsewhere")
                .map(at -> new Elsewhere(
                        at.text("id"),
                        at.node().path("measured").booleanValue(),
                        new Citation(text(at).name(), at.at("cite").text("clause")),
                        at.wording("why")))
                .toList();
    }

    private Permit permit(Place at) {
        return new Permit(
                word(Step.class, at.text("path")),
                at.limit("limit"),
                instead(at.at("instead")),
                tasks(at, "departments"),
                terms.all("documents", at, "documents"),
                terms.all("duties", at, "commitments"),
                terms.all("duties", at, "duties"));
    }

    private static Permit.@Nullable Instead instead(Place at) {
        return at.present()
                ? new Permit.Instead(
                        word(Step.class, at.text("path")), Place.limit(at.node().path("lead")))
                : null;
    }

    List<Permit.Task> tasks(Place at, String name) {
        return at.items(name)
                .map(task -> new Permit.Task(
                        terms.find("departments", task.at("department")),
                        task.wording("item"),
                        task.limit("limit"),
                        Conditions.beforeThePath(task.at("when"))))
                .toList();
    }

    private Stages stages(Place at) {
        Place each = at.at("each");
        return new Stages(
                word(Stages.Clock.class, at.text("clock")),
                each.names()
                        .map(stage -> new Stages.Stage(
                                terms.named("stages", stage, each),
                                Place.limit(each.node().path(stage))))
                        .toList(),
                at.limit("total"),
                terms.all("stages", at, "excludes"));
    }

    private static Links links(Place at) {
        return new Links(
                at.node().path("most").intValue(),
                at.items("each").map(Place::wording).toList());
    }

    private Papers papers(Place at) {
        return new Papers(terms.find("stages", at.at("stage")), terms.all("documents", at, "documents"));
    }

    private static Investment investment(Place at) {
        return new Investment(word(Investment.Question.class, at.text("asks")), at.wording("answer"));
    }

    private static Timer timer(Place at) {
        return new Timer(at.text("after"), at.text("due"), Place.limit(at.node().path("limit")));
    }

    private Warnings warnings(Place at) {
        return new Warnings(
                word(Warnings.Side.class, at.text("of")),
                at.items("each")
                        .map(each -> new Warnings.Warning(
                                word(Warnings.Colour.class, each.text("colour")),
                                each.node().path("percent").intValue(),
                                each.limit("overdue"),
                                terms.all("told", each, "told")))
                        .toList());
    }

    private Duty duty(Place at) {
        Place about = at.at("terms");
        return new Duty(
                terms.find("subjects", at.at("subject")),
                about.names().map(code -> new Term(code, about.wording(code))).toList(),
                at.at("papers").present() ? relief(at.at("papers")) : Relief.NONE);
    }

    private Relief relief(Place at) {
        Place instead = at.at("instead");
        Map<Term, List<Term>> weighing = new LinkedHashMap<>();
        instead.names()
                .forEach(paper ->
                        weighing.put(terms.named("documents", paper, instead), terms.all("documents", instead, paper)));
        return new Relief(
                terms.all("documents", at, "fetched"),
                terms.all("documents", at, "onFile"),
                terms.all("documents", at, "later"),
                weighing);
    }

    /** The schema has seen that it is one of them. */
    private static <E extends Enum<E>> E word(Class<E> words, String written) {
        return Enum.valueOf(words, written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Two rules of equal rank that both apply would leave the answer to the order in the file. */
    private void refuseContradictions(List<Rule<?>> rules) {
        for (int i = 0; i < rules.size(); i++) {
            for (Rule<?> other : rules.subList(0, i)) {
                if (rules.get(i).contradicts(other)) {
                    pack.faults()
                            .add(new Fault(
                                    pack.file().file(),
                                    rules.get(i).line(),
                                    rules.get(i).id() + ": some works would meet this rule and also " + other.id()
                                            + " of line " + other.line() + ", which has the same rank"));
                }
            }
        }
    }
}
