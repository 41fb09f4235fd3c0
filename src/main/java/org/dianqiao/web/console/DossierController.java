package org.dianqiao.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Objects;
import java.util.stream.Stream;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.Signed;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One message. Who wants to see personal data in it says why, and that stays on record. */
@Controller
@RequestMapping("/messages/{entry}")
class DossierController {

    private final Dossiers dossiers;
    private final LedgerStore ledger;
    private final PartStore parts;
    private final AuditStore audit;
    private final PageWording wording;

    DossierController(Dossiers dossiers, LedgerStore ledger, PartStore parts, AuditStore audit, PageWording wording) {
        this.dossiers = dossiers;
        this.ledger = ledger;
        this.parts = parts;
        this.audit = audit;
        this.wording = wording;
    }

    @GetMapping
    String page(@PathVariable String entry, Model model) {
        return show(dossiers.masked(entry).orElseThrow(DossierController::none), model);
    }

    @PostMapping("/look")
    String look(@PathVariable String entry, @RequestParam String why, Principal who, Model model) {
        Dossier open = dossiers.open(entry).orElseThrow(DossierController::none);
        audit.looked(who.getName(), entry, Written.reason(why));
        model.addAttribute("why", why.strip());
        return show(open, model);
    }

    /** The bytes of a part, as they came. */
    @PostMapping("/parts/{sm3}")
    void part(
            @PathVariable String entry,
            @PathVariable String sm3,
            @RequestParam String why,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        PartView part = part(entry, sm3);
        audit.downloaded(who.getName(), entry, part.part().name(), Written.reason(why));
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(part.part().name(), StandardCharsets.UTF_8)
                .build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(part.part().length());
        parts.write(Objects.requireNonNull(part.kept()), part.part(), response.getOutputStream());
    }

    /** Manifest and signature exactly as they crossed the wire. */
    @GetMapping("/{what:manifest\\.json|signature\\.p7s|answer-manifest\\.json|answer-signature\\.p7s}")
    ResponseEntity<byte[]> bytes(@PathVariable String entry, @PathVariable String what) {
        var found = ledger.find(entry).orElseThrow(DossierController::none);
        Signed signed = what.startsWith("answer-") ? found.answer() : found.message();
        if (signed == null) {
            throw none();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + entry + "-" + what + "\"")
                .body(what.endsWith(".json") ? signed.manifest() : signed.signature());
    }

    private String show(Dossier dossier, Model model) {
        model.addAttribute("dossier", dossier);
        model.addAttribute("title", wording.service(dossier.row().service()));
        return "message";
    }

    private PartView part(String entry, String sm3) {
        Dossier dossier = dossiers.masked(entry).orElseThrow(DossierController::none);
        Statement answer = dossier.answer();
        return Stream.concat(dossier.parts().stream(), answer == null ? Stream.empty() : answer.parts().stream())
                .filter(each -> each.kept() != null && each.part().sm3().equals(sm3))
                .findFirst()
                .orElseThrow(DossierController::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
