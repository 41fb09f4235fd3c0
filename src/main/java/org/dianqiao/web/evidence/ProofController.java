package org.dianqiao.web.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.dianqiao.evidence.Bundles;
import org.dianqiao.exchange.Arrival.Held;
import org.dianqiao.exchange.Code;
import org.dianqiao.exchange.Content;
import org.dianqiao.exchange.Places;
import org.dianqiao.exchange.Refused;
import org.dianqiao.exchange.Said;
import org.dianqiao.web.console.AuditStore;
import org.dianqiao.web.console.Written;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What proves an entry, and its bundle to take along. Bundles hold personal data: who takes one says why. */
@Controller
@RequestMapping("/evidence")
class ProofController {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST_CASE = 64;

    /** A bundle that is made keeps a thread, and a file as large as the settings allow. */
    private static final int AT_ONCE = 1;

    private final Proofs proofs;
    private final Bundles bundles;
    private final AuditStore audit;
    private final Places places = new Places(AT_ONCE);

    ProofController(Proofs proofs, Bundles bundles, AuditStore audit) {
        this.proofs = proofs;
        this.bundles = bundles;
        this.audit = audit;
    }

    @GetMapping("/{entry}")
    String page(@PathVariable String entry, Model model) {
        model.addAttribute("proof", find(entry));
        return "entry";
    }

    @PostMapping("/{entry}/bundle")
    void one(@PathVariable String entry, @RequestParam String why, Principal who, HttpServletResponse response)
            throws IOException {
        Download download = new Download(who.getName(), entry, Written.reason(why), entry);
        give(() -> bundles.ofEntry(entry), download, response);
    }

    @PostMapping("/case")
    void ofCase(
            @RequestParam("case") String caseId, @RequestParam String why, Principal who, HttpServletResponse response)
            throws IOException {
        String given = Written.text(caseId, LONGEST_CASE);
        Download download =
                new Download(who.getName(), given, Written.reason(why), given.replaceAll("[^0-9A-Za-z.-]", "_"));
        give(() -> bundles.ofCase(given), download, response);
    }

    @PostMapping("/range")
    void range(
            @RequestParam LocalDateTime from,
            @RequestParam LocalDateTime to,
            @RequestParam String why,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        String name = "%s-%s".formatted(from, to).replace(":", "");
        Download download = new Download(who.getName(), from + " - " + to, Written.reason(why), name);
        give(() -> bundles.between(instant(from), instant(to)), download, response);
    }

    /** Who takes what, and why, and what the file is called. */
    private record Download(String who, String subject, String why, String name) {}

    /** On record once it is whole, and before its first byte leaves. */
    private void give(Supplier<Optional<Said>> made, Download download, HttpServletResponse response)
            throws IOException {
        Held place = place(download.who());
        try {
            give(made.get().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), download, response);
        } finally {
            place.close();
        }
    }

    private Held place(String who) {
        return places.take(who).orElseThrow(() -> Refused.later(Code.THROTTLED, "您的上一个存证包还在生成或下载，请等它结束后再试。", 5));
    }

    private void give(Said bundle, Download download, HttpServletResponse response) throws IOException {
        try (Content content = bundle.content();
                InputStream in = content.open()) {
            audit.downloaded(download.who(), download.subject(), "evidence", download.why());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + download.name() + ".zip\"");
            response.setContentType(bundle.part().type());
            response.setContentLengthLong(bundle.part().length());
            in.transferTo(response.getOutputStream());
        }
    }

    /** Too much at once, or not sealed yet. */
    @ExceptionHandler
    String refused(Refused refused, RedirectAttributes told) {
        told.addFlashAttribute("failed", refused.detail());
        return "redirect:/evidence";
    }

    private Proof find(String entry) {
        return proofs.of(entry).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Instant instant(LocalDateTime officeTime) {
        return officeTime.atZone(OFFICE).toInstant();
    }
}
