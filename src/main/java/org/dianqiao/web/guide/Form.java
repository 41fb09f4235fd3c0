package org.dianqiao.web.guide;

import java.time.LocalDate;
import java.util.List;
import org.dianqiao.policy.Facts;
import org.dianqiao.policy.Wording;

/**
 * The form as it is shown again: with what was entered, and what is wrong with that.
 *
 * @param place what the division is called; empty where nobody knows
 * @param divisions those that can be chosen from; any other may be entered
 */
public record Form(
        Topic topic,
        String region,
        Wording place,
        List<Division> divisions,
        String on,
        Entered entered,
        Doubts doubts) {

    /** One that may be chosen. */
    public record Division(String code, Wording name) {}

    /** What else can be asked. */
    public List<Topic> topics() {
        return List.of(Topic.values());
    }

    public List<Wording> regionFaults() {
        return doubts.at("/regionCode");
    }

    public List<Wording> onFaults() {
        return doubts.at("/on");
    }

    public List<Field> fields() {
        return doubts.fields(topic.first(), entered);
    }

    /** Fields that only few answers hang on. */
    public List<Field> further() {
        return doubts.fields(topic.further(), entered);
    }

    /** The further fields are shown at once where the path hangs on them, or something stands in them. */
    public boolean open() {
        return topic == Topic.PATH
                || further().stream().anyMatch(field -> !field.entered().isEmpty());
    }

    public boolean asked() {
        return entered.any(topic.facts());
    }

    /** What was entered is not possible; all that is wrong with it stands beside its fields. */
    public boolean impossible() {
        return !doubts.isEmpty();
    }

    Facts facts() {
        return Facts.of(entered.works(topic.facts()));
    }

    /** Of a possible form. */
    LocalDate day() {
        return Doubts.day(on).orElseThrow();
    }
}
