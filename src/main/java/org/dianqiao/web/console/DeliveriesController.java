package org.dianqiao.web.console;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.dianqiao.delivery.DeadLetters;
import org.dianqiao.delivery.ErasedParts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits to be delivered, and what an operator must decide about. */
@Controller
@RequestMapping("/deliveries")
class DeliveriesController {

    private static final int MOST = 200;

    private final QueueStore queue;
    private final LastHour hour;
    private final DeadLetters letters;

    DeliveriesController(QueueStore queue, LastHour hour, DeadLetters letters) {
        this.queue = queue;
        this.hour = hour;
        this.letters = letters;
    }

    @GetMapping
    String page(Model model) {
        fill(model);
        model.addAttribute("dead", queue.dead(MOST));
        return "deliveries";
    }

    @GetMapping("/waiting")
    ModelAndView waiting(@RequestParam(defaultValue = "") String shown, Model model) {
        boolean unchanged = fill(model).equals(shown);
        return unchanged ? NothingNew.VIEW : new ModelAndView("deliveries :: waiting", model.asMap());
    }

    @PostMapping("/dead/{id}/retry")
    String retry(@PathVariable long id, @RequestParam String why, Principal who, RedirectAttributes told) {
        return done("retried", told, () -> letters.retry(id, who.getName(), Written.reason(why)));
    }

    @PostMapping("/dead/{id}/redirect")
    String redirect(
            @PathVariable long id,
            @RequestParam String partner,
            @RequestParam String why,
            Principal who,
            RedirectAttributes told) {
        return done("redirected", told, () -> letters.redirect(id, partner, who.getName(), Written.reason(why)));
    }

    @PostMapping("/dead/{id}/close")
    String close(@PathVariable long id, @RequestParam String why, Principal who, RedirectAttributes told) {
        return done("closed", told, () -> letters.close(id, who.getName(), Written.reason(why)));
    }

    private static String done(String what, RedirectAttributes told, Runnable action) {
        try {
            action.run();
            told.addFlashAttribute("done", what);
        } catch (ErasedParts nothingToSend) {
            told.addFlashAttribute("failed", "erased");
        } catch (IllegalArgumentException notPossible) {
            told.addFlashAttribute("failed", "settled");
        }
        return "redirect:/deliveries";
    }

    private String fill(Model model) {
        List<QueueStore.Waiting> waiting = queue.waiting(MOST);
        String shown = Integer.toHexString(Objects.hash(waiting, LocaleContextHolder.getLocale()));
        model.addAttribute("waiting", waiting);
        model.addAttribute("numbers", hour.numbers());
        model.addAttribute("shown", shown);
        return shown;
    }
}
