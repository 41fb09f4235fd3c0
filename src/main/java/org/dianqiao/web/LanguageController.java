package org.dianqiao.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The switch between Chinese and English. */
@Controller
class LanguageController {

    private final LocaleResolver locales;

    LanguageController(LocaleResolver locales) {
        this.locales = locales;
    }

    @GetMapping("/language")
    String choose(
            @RequestParam String to,
            @RequestHeader(name = "Referer", required = false) @Nullable String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        locales.setLocale(request, response, to.equals("en") ? Locale.ENGLISH : Locale.CHINESE);
        return "redirect:" + back(from);
    }

    /** Back to the page one came from, and never to another site. */
    static String back(@Nullable String from) {
        if (from == null) {
            return "/";
        }
        try {
            URI page = URI.create(from);
            String path = page.getRawPath();
            boolean ours = path != null && path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
            return !ours ? "/" : page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (IllegalArgumentException notAnAddress) {
            return "/";
        }
    }
}
