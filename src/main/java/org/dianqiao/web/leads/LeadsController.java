package org.dianqiao.web.leads;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of leads 线索台账: where they lie, and how they stand. */
@Controller
@RequestMapping("/leads")
class LeadsController {

    private final Registers registers;

    LeadsController(Registers registers) {
        this.registers = registers;
    }

    @GetMapping
    String page(@ModelAttribute Sought sought, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("register", registers.of(sought, after));
        model.addAttribute("states", Sought.STATES);
        return "leads";
    }
}
