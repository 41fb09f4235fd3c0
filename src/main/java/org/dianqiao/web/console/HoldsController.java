package org.dianqiao.web.console;

import java.security.Principal;
import org.dianqiao.exchange.Holds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Legal holds 依法保全: an auditor sets and releases them, here or on the page of a message, and says why. */
@Controller
@RequestMapping("/holds")
class HoldsController {

    private static final int MOST = 200;

    private final Holds holds;

    HoldsController(Holds holds) {
        this.holds = holds;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("inForce", holds.inForce(MOST));
        model.addAttribute("released", holds.released(MOST));
        model.addAttribute("most", MOST);
        return "holds";
    }

    /** `entry`: the message from whose page it was done. */
    @PostMapping
    String hold(
            @RequestParam("case") String caseId,
            @RequestParam String why,
            @RequestParam(required = false) @Nullable String entry,
            Principal who,
            RedirectAttributes told) {
        Holds.Outcome outcome = holds.hold(Written.text(caseId, 64), who.getName(), Written.reason(why));
        told.addFlashAttribute(outcome == Holds.Outcome.HELD ? "done" : "failed", outcome.word());
        return back(entry, told);
    }

    @PostMapping("/{id}/release")
    String release(
            @PathVariable long id,
            @RequestParam String why,
            @RequestParam(required = false) @Nullable String entry,
            Principal who,
            RedirectAttributes told) {
        boolean released = holds.release(id, who.getName(), Written.reason(why));
        told.addFlashAttribute(released ? "done" : "failed", released ? "released" : "released-before");
        return back(entry, told);
    }

    private static String back(@Nullable String entry, RedirectAttributes told) {
        if (entry == null) {
            return "redirect:/holds";
        }
        told.addAttribute("entry", entry);
        return "redirect:/messages/{entry}";
    }
}
