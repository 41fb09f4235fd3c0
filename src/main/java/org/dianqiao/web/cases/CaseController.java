package org.dianqiao.web.cases;

import java.security.Principal;
import org.dianqiao.casework.Casefile.Kind;
import org.dianqiao.web.console.AuditStore;
import org.dianqiao.web.console.NothingNew;
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
import org.springframework.web.servlet.ModelAndView;

/** One case. Who wants to see personal data in it says why, and that stays on record. */
@Controller
@RequestMapping("/cases/{caseNo}")
class CaseController {

    private final Folders folders;
    private final AuditStore audit;

    CaseController(Folders folders, AuditStore audit) {
        this.folders = folders;
        this.audit = audit;
    }

    @GetMapping
    String page(@PathVariable String caseNo, Model model) {
        Folder folder = masked(caseNo);
        model.addAttribute("folder", folder);
        return folder.file().kind() == Kind.LEAD ? "redirect:/leads/" + caseNo : "case";
    }

    /** What a page that is open asks for; nothing new is 204. */
    @GetMapping("/live")
    ModelAndView live(@PathVariable String caseNo, @RequestParam(defaultValue = "") String shown, Model model) {
        Folder folder = masked(caseNo);
        model.addAttribute("folder", folder);
        return folder.shown().equals(shown) ? NothingNew.VIEW : new ModelAndView("case :: live", model.asMap());
    }

    @PostMapping("/look")
    String look(@PathVariable String caseNo, @RequestParam String why, Principal who, Model model) {
        Folder open = folders.open(caseNo).orElseThrow(CaseController::none);
        audit.looked(who.getName(), caseNo, Written.reason(why));
        model.addAttribute("why", why.strip());
        model.addAttribute("folder", open);
        return "case";
    }

    private Folder masked(String caseNo) {
        return folders.masked(caseNo).orElseThrow(CaseController::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
