package org.dianqiao.web.certificate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dianqiao.certificate.Certificate;
import org.dianqiao.certificate.Certificates;
import org.dianqiao.codes.Check;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.exchange.Arrival.Held;
import org.dianqiao.exchange.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/** For whoever holds a certificate, or has scanned the code on it. Nothing of what is written on it is told. */
@Controller
@RequestMapping("/certificates")
class CertificateController {

    private static final String UNKNOWN = "certificate-unknown";

    /** A file that comes slowly keeps a thread. */
    private static final int FILES_AT_ONCE = 8;

    private final Certificates certificates;
    private final Pace pace;
    private final Places places = new Places(FILES_AT_ONCE);

    CertificateController(Certificates certificates, Pace pace) {
        this.certificates = certificates;
        this.pace = pace;
    }

    @ModelAttribute
    void slowly(HttpServletRequest request) {
        if (!pace.admits(request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    /** Where a number can be entered. */
    @GetMapping
    String ask(@RequestParam(required = false) @Nullable String number) {
        return number == null || number.isBlank()
                ? UNKNOWN
                : "redirect:/certificates/" + UriUtils.encodePathSegment(number.strip(), StandardCharsets.UTF_8);
    }

    @GetMapping("/{identifier}")
    String page(@PathVariable String identifier, Model model, HttpServletResponse response) {
        Optional<Certificate> certificate = find(identifier);
        if (certificate.isPresent()) {
            model.addAttribute("certificate", certificate.get());
            return "certificate";
        }
        Check check = LicenceIdentifier.check(identifier);
        model.addAttribute("number", identifier);
        model.addAttribute("wrong", check.isWrong() ? check.reason() : null);
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return UNKNOWN;
    }

    /** Whether what comes is one of its files, byte by byte. It is read once, and nothing of it is kept. */
    @PostMapping("/{identifier}/file")
    String compare(@PathVariable String identifier, HttpServletRequest request, Model model) throws IOException {
        Certificate certificate = find(identifier).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Held place = place();
        try {
            model.addAttribute("likeness", Likeness.of(request.getInputStream(), certificate));
        } finally {
            place.close();
        }
        return "certificate :: likeness";
    }

    private Held place() {
        return places.take("everybody").orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private Optional<Certificate> find(String identifier) {
        return LicenceIdentifier.check(identifier).isWrong() ? Optional.empty() : certificates.find(identifier);
    }
}
