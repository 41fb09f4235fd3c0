package org.dianqiao.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.calendar.Calendars;
import org.dianqiao.files.Yaml;

/** The packs and calendars as they are delivered, and facts written as packs write them. */
final class Given {

    static final Path FOLDER = Path.of("mappings/policies");
    static final Policies PACKS = Policies.read(FOLDER);
    static final Calendars CALENDARS = Calendars.read(Path.of("mappings/calendars"));

    static final String ZHENGZHOU = "410105";
    static final String JINAN = "370102";
    static final String HUANGSHAN = "341002";
    static final String JINGYU = "220622";
    static final String BEIJING = "110105";

    static final String TODAY = "2026-11-20";

    /** Works of the story of which everything is known; what a test writes stands instead. */
    private static final String WORKS =
            "voltageKv: 10, capacityKw: 800, customerClass: hv, lineLengthM: 500, crossings: [], "
                    + "threeZero: false, interestedParties: false, affectsTraffic: false";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Given() {}

    /** `voltageKv: 10, crossings: [river]`, and nothing else is known. */
    static Facts facts(String written) {
        return Facts.of(JSON.valueToTree(map(written)));
    }

    /** The works of the story, otherwise where it is written; null: not known. */
    static Facts works(String written) {
        Map<String, Object> works = map(WORKS);
        works.putAll(map(written));
        return Facts.of(JSON.valueToTree(works));
    }

    private static Map<String, Object> map(String written) {
        return new LinkedHashMap<>(new org.yaml.snakeyaml.Yaml().<Map<String, Object>>load("{" + written + "}"));
    }

    static Book book(String region, String day) {
        return PACKS.of(region, LocalDate.parse(day)).orElseThrow();
    }

    static Decision decided(String region, String day, Facts facts) {
        return Decisions.decide(book(region, day), facts, LocalDate.parse(day), CALENDARS.of(region));
    }

    static <O extends Outcome> Found<O> found(Class<O> kind, String about, String region, String day, String facts) {
        return book(region, day).find(kind, about, facts(facts), LocalDate.parse(day));
    }

    static String id(Optional<? extends Rule<?>> rule) {
        return rule.map(Rule::id).orElse("-");
    }

    static String codes(List<Term> terms) {
        return String.join(" ", terms.stream().map(Term::code).toList());
    }

    /** A copy that a test may spoil. */
    static Path copy(Path into) {
        try {
            for (Path file : Yaml.files(FOLDER, "")) {
                Files.copy(file, into.resolve(file.getFileName()));
            }
            return into;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
