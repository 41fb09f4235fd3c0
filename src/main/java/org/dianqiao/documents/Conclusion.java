package org.dianqiao.documents;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dianqiao.documents.Allowance.Substitute;
import org.dianqiao.policy.Duty;
import org.dianqiao.policy.Rule;

/**
 * What a utility may ask of a customer, after what was obtained: a function of the packs, the question and the answers of
 * the registers.
 *
 * @param obtained of the list, with the answer that proves it
 * @param contradicted of the list, what some register speaks against: whatever else proves it has to be clarified
 * @param onFile of the list, on file and not to be asked for again
 * @param instead what was offered for something of the list
 * @param missing of the list, what the customer still has to bring
 */
record Conclusion(
        Allowance allowance,
        Set<String> offered,
        List<Looked> looked,
        Map<String, Looked> obtained,
        Map<String, Looked> contradicted,
        Map<String, Rule<Duty>> onFile,
        List<Substitute> instead,
        Set<String> missing) {

    static Conclusion draw(Allowance allowance, Enquiry enquiry, List<Looked> looked, LocalDate day) {
        Set<String> required = allowance.required();
        Map<String, Looked> contradicted = each(required, document -> looked.stream()
                .filter(answer -> answer.contradicts(document))
                .findFirst());
        Set<String> uncontradicted = without(required, contradicted.keySet());
        Map<String, Looked> obtained = each(uncontradicted, document -> looked.stream()
                .filter(answer -> answer.proves(document))
                .findFirst());
        Set<String> kept = enquiry.onFile(day);
        Map<String, Rule<Duty>> onFile = each(
                without(uncontradicted, obtained.keySet()),
                document -> allowance.onFile(document).filter(rule -> kept.contains(document)));
        Set<String> offered = enquiry.offered();
        Set<String> wanting = without(without(required, obtained.keySet()), onFile.keySet());
        wanting.removeAll(offered);
        Map<String, Substitute> instead = each(wanting, document -> allowance.instead(document, offered));
        return new Conclusion(
                allowance,
                offered,
                looked,
                obtained,
                contradicted,
                onFile,
                List.copyOf(instead.values()),
                without(wanting, instead.keySet()));
    }

    private static <T> Map<String, T> each(Set<String> documents, Function<String, Optional<T>> found) {
        Map<String, T> each = new LinkedHashMap<>();
        documents.forEach(document -> found.apply(document).ifPresent(value -> each.put(document, value)));
        return each;
    }

    private static Set<String> without(Set<String> documents, Collection<String> others) {
        Set<String> left = new LinkedHashSet<>(documents);
        left.removeAll(others);
        return left;
    }

    Set<String> required() {
        return allowance.required();
    }

    Mode mode() {
        if (without(without(required(), obtained.keySet()), onFile.keySet()).isEmpty()) {
            return Mode.NONE_NEEDED;
        }
        return later().isPresent() ? Mode.TOLERANT : Mode.TWO_DOCUMENTS;
    }

    private Optional<Rule<Duty>> later() {
        return missing.isEmpty() ? Optional.empty() : allowance.later(missing);
    }

    /** What the mode rests on; absent where the packs say nothing at all. */
    Optional<? extends Rule<?>> rule() {
        return switch (mode()) {
            case NONE_NEEDED -> none();
            case TOLERANT -> later();
            case TWO_DOCUMENTS -> allowance.list();
        };
    }

    private Optional<? extends Rule<?>> none() {
        if (required().isEmpty()) {
            return allowance.list().isPresent() ? allowance.list() : allowance.ban();
        }
        return onFile.isEmpty()
                ? online(required().iterator().next())
                : onFile.values().stream().findFirst();
    }

    /** Where all was obtained the rule that then asks for nothing, otherwise the one by which this paper is not asked for. */
    private Optional<? extends Rule<?>> online(String document) {
        boolean all = obtained.keySet().containsAll(required());
        Optional<? extends Rule<?>> online = all ? allowance.online() : Optional.empty();
        return online.isPresent() ? online : allowance.fetched(document);
    }

    /** What may not be asked for, and by which rule: what is beyond the list, and what is there already. */
    Map<String, Rule<?>> refused() {
        Map<String, Rule<?>> refused = new LinkedHashMap<>();
        obtained.keySet().forEach(document -> online(document).ifPresent(rule -> refused.put(document, rule)));
        refused.putAll(onFile);
        Set<String> counted = new HashSet<>(required());
        instead.forEach(substitute -> counted.add(substitute.paper()));
        without(offered, counted).forEach(document -> allowance.ban().ifPresent(rule -> refused.put(document, rule)));
        return refused;
    }
}
