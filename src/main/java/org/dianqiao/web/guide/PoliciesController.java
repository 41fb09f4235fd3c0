package org.dianqiao.web.guide;

import java.time.LocalDate;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Difference;
import org.dianqiao.policy.Differences;
import org.dianqiao.policy.Pack;
import org.dianqiao.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What operators see of the packs: every rule and where it stands, what it decides, what a new version changes. */
@Controller
@RequestMapping("/policies")
class PoliciesController {

    private final Watched<Policies> policies;
    private final Enquiries enquiries;

    PoliciesController(Watched<Policies> policies, Enquiries enquiries) {
        this.policies = policies;
        this.enquiries = enquiries;
    }

    /** A changed file with a fault is not taken up: whoever looks at the packs must know. */
    @ModelAttribute
    void faults(Model model) {
        model.addAttribute(
                "faults",
                policies.faults().stream().map(PoliciesController::told).toList());
    }

    private static String told(Fault fault) {
        String line = fault.line() > 0 ? ":" + fault.line() : "";
        return fault.file().getFileName() + line + ": " + fault.reason();
    }

    @GetMapping
    String packs(Model model) {
        Policies current = policies.current();
        model.addAttribute(
                "shelves", current.ids().stream().map(id -> shelf(current, id)).toList());
        return "policies";
    }

    @GetMapping("/{pack}")
    String rules(
            @PathVariable String pack,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(defaultValue = "") String find,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        Policies current = policies.current();
        Shelf shelf = shelf(current, pack);
        Shelf.Version chosen = version(shelf, version, shelf.current());
        Book book = current.book(chosen.pack(), enquiries.today());
        model.addAttribute("shelf", shelf);
        model.addAttribute("chosen", chosen);
        model.addAttribute("book", book);
        model.addAttribute("find", find);
        model.addAttribute(
                "lines",
                RuleLine.of(book).stream()
                        .filter(line -> line.mentions(find.strip()))
                        .toList());
        model.addAttribute("enquiry", enquiries.of(book, new Entered(fields)));
        return "policies-pack";
    }

    /** From one version to another, as both stand on the day of the later one. */
    @GetMapping("/{pack}/changes")
    String changes(
            @PathVariable String pack,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        Policies current = policies.current();
        Shelf shelf = shelf(current, pack);
        Pack before = version(shelf, from, shelf.current()).pack();
        Pack after = version(shelf, to, shelf.latest()).pack();
        LocalDate day = before.inForce().isAfter(after.inForce()) ? before.inForce() : after.inForce();
        model.addAttribute("shelf", shelf);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("day", day);
        model.addAttribute(
                "changes",
                Differences.between(current.book(before, day), current.book(after, day), day).stream()
                        .collect(Collectors.groupingBy(Difference::section, TreeMap::new, Collectors.toList())));
        return "policies-changes";
    }

    private Shelf shelf(Policies current, String pack) {
        if (!current.ids().contains(pack)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Shelf.of(pack, current, enquiries.today());
    }

    private static Shelf.Version version(Shelf shelf, @Nullable String version, Shelf.Version otherwise) {
        return version == null
                ? otherwise
                : shelf.versions().stream()
                        .filter(each -> each.pack().version().equals(version))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
