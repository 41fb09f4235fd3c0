package org.dianqiao.web.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How far a case is, for whoever knows its number and the last four digits of the applicant's. Four digits are guessed
 * soon, so it is seldom that one may be wrong: by address, and for each number from wherever it is asked.
 */
@Controller
@RequestMapping("/progress")
class ProgressController {

    private static final int LONGEST_NUMBER = 64;
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Za-z]{" + Glances.DIGITS + "}");
    private static final int ASKED_AT_ONCE = 20;
    private static final Duration THEN_ASKED_EVERY = Duration.ofSeconds(6);
    private static final int WRONG_AT_ONCE = 5;
    private static final Duration THEN_WRONG_EVERY = Duration.ofMinutes(10);

    private final Glances glances;
    private final Allowance clients;
    private final Allowance numbers;

    ProgressController(Glances glances) {
        this.glances = glances;
        SecureRandom random = new SecureRandom();
        this.clients = new Allowance(ASKED_AT_ONCE, THEN_ASKED_EVERY, System::nanoTime, random);
        this.numbers = new Allowance(WRONG_AT_ONCE, THEN_WRONG_EVERY, System::nanoTime, random);
    }

    @GetMapping
    String form() {
        return "progress";
    }

    /** The digits come in the body, so that no address and no log ever holds them; they are not shown again either. */
    @PostMapping
    String ask(
            @RequestParam String number,
            @RequestParam String digits,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String asked = TypedNumber.read(number);
        model.addAttribute("number", asked);
        if (asked.isEmpty()
                || asked.length() > LONGEST_NUMBER
                || !DIGITS.matcher(digits.strip()).matches()) {
            model.addAttribute("failed", "malformed");
        } else if (clients.take(request.getRemoteAddr()) && numbers.take(asked)) {
            answer(asked, glances.of(asked, digits.strip()), model);
        } else {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("failed", "often");
        }
        return "progress";
    }

    private void answer(String number, Optional<Glance> glance, Model model) {
        if (glance.isPresent()) {
            numbers.giveBack(number);
            model.addAttribute("glance", glance.get());
        } else {
            model.addAttribute("failed", "nothing");
        }
    }
}
