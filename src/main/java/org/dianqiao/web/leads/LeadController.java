package org.dianqiao.web.leads;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.util.Optional;
import org.dianqiao.codes.Masking;
import org.dianqiao.lead.LeadRegister;
import org.dianqiao.lead.Seen;
import org.dianqiao.web.cases.Folders;
import org.dianqiao.web.console.AuditStore;
import org.dianqiao.web.console.Written;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One lead. Who wants to see personal data of it says why, and that stays on record. */
@Controller
@RequestMapping("/leads/{leadNo}")
class LeadController {

    private final LeadRegister leads;
    private final Folders folders;
    private final Facts facts;
    private final AuditStore audit;

    LeadController(LeadRegister leads, Folders folders, Facts facts, AuditStore audit) {
        this.leads = leads;
        this.folders = folders;
        this.facts = facts;
        this.audit = audit;
    }

    /** Who asks for one that was merged is led to the one that it is now. */
    @GetMapping
    String page(@PathVariable String leadNo, Model model) {
        Way way = way(leadNo, false);
        if (!way.lead().leadNo().equals(leadNo)) {
            return "redirect:/leads/" + way.lead().leadNo();
        }
        return show(way, model);
    }

    @PostMapping("/look")
    String look(@PathVariable String leadNo, @RequestParam String why, Principal who, Model model) {
        Way way = way(leadNo, true);
        audit.looked(who.getName(), way.lead().leadNo(), Written.reason(why));
        model.addAttribute("why", why.strip());
        return show(way, model);
    }

    private static String show(Way way, Model model) {
        model.addAttribute("way", way);
        model.addAttribute("folder", way.folder());
        return "lead";
    }

    private Way way(String leadNo, boolean open) {
        return leads.find(leadNo)
                .flatMap(lead -> way(lead, open))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Way> way(Seen lead, boolean open) {
        JsonNode masked = Masking.json(lead.words());
        JsonNode words = open ? lead.words() : masked;
        return folders.masked(lead.leadNo())
                .map(folder -> new Way(lead, folder, words, facts.of(words), !masked.equals(lead.words()), open));
    }
}
