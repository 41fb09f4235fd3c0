package org.dianqiao.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A paper of one page as PDF, small enough for a story; what stands on it is in plain letters. */
record Sheet(List<String> lines) {

    static Sheet of(String... lines) {
        return new Sheet(List.of(lines));
    }

    Part part(String name) {
        return new Part(name, "application/pdf", pdf());
    }

    private byte[] pdf() {
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> starts = new ArrayList<>();
        for (String object : objects()) {
            starts.add(file.length());
            file.append(starts.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(starts.size() + 1).append("\n0000000000 65535 f \n");
        starts.forEach(start -> file.append("%010d 00000 n \n".formatted(start)));
        file.append("trailer\n<< /Size ").append(starts.size() + 1).append(" /Root 1 0 R >>\n");
        file.append("startxref\n").append(table).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private List<String> objects() {
        String text = text();
        return List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    private String text() {
        StringBuilder text = new StringBuilder("BT /F 14 Tf 60 760 Td 22 TL");
        lines.forEach(line -> text.append(" (").append(escaped(line)).append(") Tj T*"));
        return text.append(" ET").toString();
    }

    private static String escaped(String line) {
        return line.replaceAll("[^ -~]", "?").replaceAll("([()\\\\])", "\\\\$1");
    }
}
