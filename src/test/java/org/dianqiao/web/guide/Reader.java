package org.dianqiao.web.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who reads pages without a browser's scripts. */
final class Reader {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final URI gateway;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Reader(URI gateway) {
        this.gateway = gateway;
    }

    /** A page as it was sent. */
    record Page(int status, String html, String location) {

        /** What a reader sees: without the tags, blanks as one. */
        String text() {
            String body = html.substring(html.indexOf("<main"), html.indexOf("</main>"));
            return body.replaceAll("<[^>]*>", " ")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&gt;", ">")
                    .replaceAll("\\s+", " ");
        }

        /** The answer of the form. */
        String answer() {
            int begin = html.indexOf("class=\"panel answer\"");
            return begin < 0 ? "" : new Page(status, "<main " + html.substring(begin), location).text();
        }
    }

    Page open(String path) {
        return page(HttpRequest.newBuilder(gateway.resolve(path)).header("Accept", "text/html"));
    }

    /** By one of the sandbox's roles. */
    Reader signedInAs(String role) {
        Matcher token = TOKEN.matcher(open("/login").html());
        String csrf = token.find() ? token.group(1) : "";
        page(HttpRequest.newBuilder(gateway.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "username=" + role + "&password=&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8))));
        return this;
    }

    List<String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .toList();
    }

    private Page page(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Page(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
