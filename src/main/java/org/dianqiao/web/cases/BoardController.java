package org.dianqiao.web.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.dianqiao.casework.Casefile;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.dianqiao.web.console.NothingNew;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The board 办件看板: every open case, the strongest warning first, then what is due first. */
@Controller
@RequestMapping("/cases")
class BoardController {

    private static final List<String> COLOURS = List.of("red", "yellow", "orange", "blue", Sought.NO_COLOUR);

    private final Boards boards;
    private final Watched<Partners> partners;

    BoardController(Boards boards, Watched<Partners> partners) {
        this.boards = boards;
        this.partners = partners;
    }

    @GetMapping
    String page(@ModelAttribute Sought sought, @RequestParam(required = false) @Nullable String after, Model model) {
        fill(sought, after, model);
        model.addAttribute("divisions", boards.divisions());
        model.addAttribute("partners", owing());
        return "cases";
    }

    /** What a page that is open asks for. It says what it shows; nothing new is 204. */
    @GetMapping("/live")
    ModelAndView live(
            @ModelAttribute Sought sought,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String shown,
            Model model,
            HttpServletResponse response) {
        Board board = fill(sought, after, model);
        if (board.shown().equals(shown)) {
            return NothingNew.VIEW;
        }
        if (after == null) {
            response.setHeader("HX-Replace-Url", sought.address());
        }
        return new ModelAndView("cases :: live", model.asMap());
    }

    private Board fill(Sought sought, @Nullable String after, Model model) {
        Board board = boards.of(sought, PageEnd.of(after).orElse(null));
        model.addAttribute("board", board);
        model.addAttribute("colours", COLOURS);
        model.addAttribute("kinds", Casefile.Kind.values());
        return board;
    }

    /** Those who may owe something. */
    private List<Partner> owing() {
        return partners.current().all().stream()
                .filter(partner -> partner.kind() == Partner.Kind.DEPARTMENT || partner.kind() == Partner.Kind.UTILITY)
                .toList();
    }
}
