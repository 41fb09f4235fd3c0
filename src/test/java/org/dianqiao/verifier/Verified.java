package org.dianqiao.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the verb `verify` says of a bundle, for those who make bundles. */
public final class Verified {

    private Verified() {}

    public static JsonNode report(byte[] bundle, Path anchors) {
        String[] args = {"-", "--json", "--anchors", anchors.toString()};
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(report, true, StandardCharsets.UTF_8);
        Verify.run(args, new ByteArrayInputStream(bundle), out, out);
        try {
            return new ObjectMapper().readTree(report.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
