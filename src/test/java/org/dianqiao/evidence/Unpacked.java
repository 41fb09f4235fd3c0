package org.dianqiao.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A bundle taken apart by the JDK's own ZIP reader: its files in the order in which they stand. */
record Unpacked(Map<String, byte[]> files) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Unpacked of(byte[] bundle) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (files.put(entry.getName(), zip.readAllBytes()) != null) {
                    throw new IllegalStateException("twice in a bundle: " + entry.getName());
                }
            }
            return new Unpacked(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalStateException("not in the bundle: " + name + ", but " + files.keySet());
        }
        return bytes;
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    JsonNode json(String name) {
        try {
            return JSON.readTree(bytes(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names in their order, without those of certificates and lists. */
    List<String> contents() {
        return files.keySet().stream()
                .filter(name -> !name.startsWith("trust/"))
                .toList();
    }

    List<String> in(String folder) {
        return files.keySet().stream().filter(name -> name.startsWith(folder)).toList();
    }
}
