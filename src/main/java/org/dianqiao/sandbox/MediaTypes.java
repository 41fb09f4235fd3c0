package org.dianqiao.sandbox;

import java.util.Map;

/** What a file is, by its name. */
final class MediaTypes {

    private static final Map<String, String> BY_ENDING = Map.of(
            "json", "application/json",
            "xml", "application/xml",
            "pdf", "application/pdf",
            "ofd", "application/ofd",
            "txt", "text/plain",
            "png", "image/png",
            "jpg", "image/jpeg",
            "dwg", "application/acad",
            "zip", "application/zip");

    private MediaTypes() {}

    static String of(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return BY_ENDING.getOrDefault(ending, "application/octet-stream");
    }
}
