package org.dianqiao.trust;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** A file as authorities hand it out: blocks of Base64 between labelled lines, or one bare DER structure. */
record Pem(byte[] file) {

    private static final String BEGIN = "-----BEGIN ";

    boolean holdsPrivateKey() {
        return text().contains("PRIVATE KEY-----");
    }

    /** The structures with this label, in their order; a file without any label is one structure. */
    List<byte[]> blocks(String label) {
        if (!text().contains(BEGIN)) {
            return file.length == 0 ? List.of() : List.of(file);
        }
        List<byte[]> blocks = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(text()))) {
            for (PemObject block = reader.readPemObject(); block != null; block = reader.readPemObject()) {
                if (block.getType().equals(label)) {
                    blocks.add(block.getContent());
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("broken PEM: " + e.getMessage(), e);
        }
        return blocks;
    }

    private String text() {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
