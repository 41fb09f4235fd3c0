package org.dianqiao.web;

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

/** Somebody with a browser of their own, who goes the way to a provider and back step by step. */
public final class Visitor {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\">同意");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    /** Their own forms stand on them. */
    private static final List<String> OPEN = List.of("/login", "/progress");

    private final URI gateway;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Visitor(URI gateway) {
        this.gateway = gateway;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(gateway.resolve(path)).header("Accept", "text/html"));
    }

    public HttpResponse<String> json(String path) {
        return send(HttpRequest.newBuilder(gateway.resolve(path)).header("Accept", "application/json"));
    }

    /** As a page's form does it: with the token that stands in it. */
    public HttpResponse<String> post(String path, String form) {
        Matcher token = FORM_TOKEN.matcher(get(OPEN.contains(path) ? path : "/").body());
        String csrf = token.find() ? token.group(1) : "";
        String body = form + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(gateway.resolve(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Where the provider would send them back to. */
    String agree(String provider) {
        HttpResponse<String> there = get(location(get("/oauth2/authorization/" + provider)));
        Matcher link = LINK.matcher(there.body());
        if (!link.find()) {
            throw new AssertionError("the provider does not agree: " + there.statusCode() + " " + there.body());
        }
        return link.group(1).replace("&amp;", "&");
    }

    /** All of the way; where they end up. */
    String signIn(String provider) {
        return location(get(agree(provider)));
    }

    boolean hasSession() {
        return cookies().contains("JSESSIONID");
    }

    List<String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .toList();
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
