package org.dianqiao.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dianqiao.codes.Region;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a jurisdiction's texts say.
 *
 * @param inForce the first day on which this version decides
 * @param parent the pack that holds where this one is silent; none above the nation
 * @param regions the divisions for which it speaks, with all that lies in them
 * @param without inherited rules that do not apply here
 * @param documents every paper that it, or a pack above it, has a name for
 * @param owners who owns what a line may cross, by crossing
 */
public record Pack(
        Path file,
        String id,
        String version,
        LocalDate inForce,
        Wording title,
        @Nullable String parent,
        List<Region> regions,
        List<Text> texts,
        List<Rule<?>> rules,
        List<String> without,
        List<Term> documents,
        Map<String, List<Permit.Task>> owners,
        List<Elsewhere> elsewhere) {

    /**
     * A text that rules cite.
     *
     * @param name as it is cited: its number or, where it has none, its title
     */
    public record Text(String code, String name, Wording title, Effective effective) {}

    /** How exactly one of its divisions is the one asked for: 0 the country, 3 a county; -1 not at all. */
    int nearness(String region) {
        return regions.stream()
                .filter(each -> each.covers(region))
                .mapToInt(Region::depth)
                .max()
                .orElse(-1);
    }
}
