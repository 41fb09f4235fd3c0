package org.dianqiao.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianqiao.RawLine;
import org.dianqiao.Reply;

/** Somebody who asks how far a case is, from an address of their own: how often others ask does not count for them. */
public final class Passerby {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final URI gateway;
    private final String address = "127.1.0." + ADDRESSES.incrementAndGet();
    private final String cookie;
    private final String token;

    public Passerby(URI gateway) {
        this.gateway = gateway;
        Reply form = RawLine.tell(address, gateway, "GET", "/progress", List.of("Accept", "text/html"), new byte[0]);
        Matcher found = FORM_TOKEN.matcher(text(form));
        if (!found.find()) {
            throw new AssertionError("no form: " + form.status() + " " + text(form));
        }
        token = found.group(1);
        cookie = String.valueOf(form.header("Set-Cookie")).split(";")[0];
    }

    public Reply ask(String number, String digits) {
        String form = "number=" + written(number) + "&digits=" + written(digits) + "&_csrf=" + written(token);
        byte[] body = form.getBytes(StandardCharsets.US_ASCII);
        List<String> headers = List.of(
                "Accept",
                "text/html",
                "Cookie",
                cookie,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Content-Length",
                String.valueOf(body.length));
        return RawLine.tell(address, gateway, "POST", "/progress", headers, body);
    }

    public static String text(Reply page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    private static String written(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
