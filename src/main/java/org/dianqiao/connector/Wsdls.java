package org.dianqiao.connector;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What can be said at the side door in SOAP: a WSDL beside the mappings, named after the last part of the path. It is no
 * secret.
 *
 * @param dialects where the mappings are
 */
public record Wsdls(Path dialects) {

    private static final String ADDRESS = "http://address.invalid/";

    static boolean areAskedFor(HttpServletRequest request) {
        return request.getMethod().equals("GET") && "wsdl".equalsIgnoreCase(request.getQueryString());
    }

    /** `what`: a dialect and what of it, as a route has them. The address in it is that which was asked. */
    Optional<Reply> of(String what, HttpServletRequest request) {
        if (!has(what)) {
            return Optional.empty();
        }
        try {
            String asked = SoapFaults.escaped(request.getRequestURL().toString());
            String wsdl = Files.readString(file(what)).replace(ADDRESS, asked);
            return Optional.of(new Reply(200, SoapMessages.TYPE, wsdl.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String what) {
        return Files.isRegularFile(file(what));
    }

    private Path file(String what) {
        return dialects.resolve(what + ".wsdl");
    }
}
