package org.dianqiao.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.EntryId;
import org.dianqiao.partner.Partners;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The messages of the last hour. */
@Controller
class MessagesController {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST = 100;

    private final MessageStore messages;
    private final LastHour hour;
    private final Watched<Partners> partners;
    private final Catalogue catalogue;
    private final Clock clock;

    MessagesController(
            MessageStore messages, LastHour hour, Watched<Partners> partners, Catalogue catalogue, Clock clock) {
        this.messages = messages;
        this.hour = hour;
        this.partners = partners;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping("/")
    String page(@ModelAttribute Filter filter, Model model) {
        fill(filter, "", model);
        model.addAttribute("partners", partners.current().all());
        model.addAttribute("services", catalogue.all());
        model.addAttribute("fates", Fate.values());
        return "messages";
    }

    /**
     * What a page that is open asks for every two seconds. It says what it shows; nothing new is 204. The filter may
     * have been typed before the page could notice: the address follows what is shown.
     */
    @GetMapping("/live")
    ModelAndView live(
            @ModelAttribute Filter filter,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String newest,
            Model model,
            HttpServletResponse response) {
        if (fill(filter, newest, model).equals(shown)) {
            return NothingNew.VIEW;
        }
        response.setHeader("HX-Replace-Url", filter.address());
        return new ModelAndView("messages :: live", model.asMap());
    }

    private String fill(Filter filter, String newest, Model model) {
        Instant since = filter.project() == null ? clock.instant().minus(WINDOW) : Instant.EPOCH;
        List<Row> rows = messages.list(filter, EntryId.floor(since), MOST);
        Numbers numbers = hour.numbers();
        String shown = Integer.toHexString(Objects.hash(filter, rows, numbers, LocaleContextHolder.getLocale()));
        model.addAttribute("filter", filter);
        model.addAttribute("rows", rows);
        model.addAttribute("cut", rows.size() == MOST);
        model.addAttribute("numbers", numbers);
        model.addAttribute("shown", shown);
        model.addAttribute("newest", rows.isEmpty() ? newest : rows.get(0).id());
        model.addAttribute("before", newest);
        return shown;
    }
}
