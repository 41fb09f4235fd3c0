package org.dianqiao.web.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dianqiao.files.Watched;
import org.dianqiao.policy.Book;
import org.dianqiao.policy.Policies;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What everybody may read and ask without signing in: the guides are drawn from the packs, never written by hand. */
@Controller
@RequestMapping("/guide")
class GuideController {

    private final Watched<Policies> policies;
    private final Enquiries enquiries;

    GuideController(Watched<Policies> policies, Enquiries enquiries) {
        this.policies = policies;
        this.enquiries = enquiries;
    }

    @GetMapping
    String packs(Model model) {
        model.addAttribute("books", books(enquiries.today()));
        return "guide";
    }

    @GetMapping("/{pack}")
    String guide(
            @PathVariable String pack,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            Model model) {
        LocalDate day = on == null ? enquiries.today() : on;
        Book book =
                policies.current().book(pack, day).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("guide", new Guide(book, day));
        return "guide-pack";
    }

    @GetMapping("/what-applies")
    String whatApplies(@RequestParam MultiValueMap<String, String> fields, Model model) {
        model.addAttribute("enquiry", enquiries.ofDivision(new Entered(fields)));
        model.addAttribute("books", books(enquiries.today()));
        return "guide-form";
    }

    private List<Book> books(LocalDate day) {
        Policies current = policies.current();
        return current.ids().stream()
                .map(id -> current.book(id, day))
                .flatMap(Optional::stream)
                .toList();
    }
}
