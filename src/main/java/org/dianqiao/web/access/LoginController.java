package org.dianqiao.web.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door. */
@Controller
class LoginController {

    private final WaysIn ways;
    private final Providers providers;

    LoginController(WaysIn ways, Providers providers) {
        this.ways = ways;
        this.providers = providers;
    }

    /** `at`: the provider by which somebody was signed in, or could not be. */
    @GetMapping("/login")
    String login(
            @Nullable Authentication authentication,
            @RequestParam(defaultValue = "") String failed,
            @RequestParam(defaultValue = "") String at,
            Model model) {
        if (authentication != null) {
            return "redirect:/";
        }
        model.addAttribute("ways", ways);
        model.addAttribute("sandboxRoles", List.of(Role.values()));
        SignInFailure.find(failed).ifPresent(failure -> model.addAttribute("failed", failure.word()));
        providers.signOut(at).ifPresent(out -> model.addAttribute("elsewhere", out));
        return "login";
    }
}
