package org.dianqiao.web.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The door. */
@Controller
class LoginController {

    private final WaysIn ways;

    LoginController(WaysIn ways) {
        this.ways = ways;
    }

    @GetMapping("/login")
    String login(@Nullable Authentication authentication, Model model) {
        if (authentication != null) {
            return "redirect:/";
        }
        model.addAttribute("ways", ways);
        model.addAttribute("sandboxRoles", List.of(Role.values()));
        return "login";
    }
}
