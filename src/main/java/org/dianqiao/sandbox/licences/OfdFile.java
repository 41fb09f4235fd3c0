package org.dianqiao.sandbox.licences;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dianqiao.sandbox.outside.Sm3;

/** A document of one page as OFD (GB/T 33190-2016), in a typeface that every reader has. */
final class OfdFile {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String PAGE = "Doc_0/Pages/Page_0/Content.xml";
    private static final String SIGNATURE = "Doc_0/Signs/Sign_0/Signature.xml";
    private static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";
    private static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";
    private static final int LATIN = 0x250;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final String title;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private String attachments = "";
    private int lastId = 3;

    OfdFile(String identifier, String title, LocalDate created) {
        this.title = title;
        put("OFD.xml", """
            <ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo>\
            <ofd:DocID>%s</ofd:DocID><ofd:Title>%s</ofd:Title><ofd:Subject>%s</ofd:Subject>\
            <ofd:CreationDate>%s</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>\
            <ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>
            """.formatted(Sm3.name(identifier), title, identifier, created));
        put("Doc_0/PublicRes.xml", """
            <ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:Fonts>\
            <ofd:Font ID="1" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>
            """);
    }

    /** The title, a line for each fact, and at the foot what the copy is marked with. */
    void page(Map<String, String> facts, String mark) {
        StringBuilder text = new StringBuilder(line(title, 20, 30, 9));
        double y = 55;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            text.append(line(fact.getKey() + "：" + fact.getValue(), 20, y, 4.2));
            y += 9;
        }
        text.append(line(mark, 20, 280, 3));
        put(PAGE, """
            <ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="3">%s</ofd:Layer>\
            </ofd:Content></ofd:Page>
            """.formatted(text));
    }

    void attach(String name, byte[] content) {
        attachments = "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>";
        put("Doc_0/Attachs/Attachments.xml", """
            <ofd:Attachments xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Attachment ID="1" Name="%s" Size="%d">\
            <ofd:FileLoc>%s</ofd:FileLoc></ofd:Attachment></ofd:Attachments>
            """.formatted(name, content.length >> 10, name));
        entries.put("Doc_0/Attachs/" + name, content);
    }

    /** Over every file but for the two that the signature itself is. */
    byte[] sealed(Seal seal, Instant at) {
        put("Doc_0/Document.xml", """
            <ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>%d</ofd:MaxUnitID>\
            <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>\
            <ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>\
            <ofd:Page ID="2" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>%s</ofd:Document>
            """.formatted(lastId, attachments));
        put("Doc_0/Signs/Signatures.xml", """
            <ofd:Signatures xmlns:ofd="http://www.ofdspec.org/2016"><ofd:MaxSignId>1</ofd:MaxSignId>\
            <ofd:Signature ID="1" Type="Seal" BaseLoc="/%s"/></ofd:Signatures>
            """.formatted(SIGNATURE));
        entries.put(SEAL, seal.der());
        byte[] signed = put(SIGNATURE, """
            <ofd:Signature xmlns:ofd="http://www.ofdspec.org/2016"><ofd:SignedInfo>\
            <ofd:Provider ProviderName="Sandbox" Version="1.0" Company="Sandbox"/>\
            <ofd:SignatureMethod>1.2.156.10197.1.501</ofd:SignatureMethod>\
            <ofd:SignatureDateTime>%s</ofd:SignatureDateTime>\
            <ofd:References CheckMethod="1.2.156.10197.1.401">%s</ofd:References>\
            <ofd:StampAnnot ID="1" PageRef="2" Boundary="140 220 42 42"/>\
            <ofd:Seal><ofd:BaseLoc>/%s</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo>\
            <ofd:SignedValue>/%s</ofd:SignedValue></ofd:Signature>
            """.formatted(MOMENT.format(at), references(), SEAL, VALUE));
        entries.put(VALUE, seal.on(Sm3.of(signed), "/" + SIGNATURE, at));
        return zipped();
    }

    /** With another page than the one that was sealed. */
    byte[] changed() {
        put(PAGE, "<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"/>");
        return zipped();
    }

    private String references() {
        StringBuilder references = new StringBuilder();
        entries.forEach((name, bytes) ->
                references.append("<ofd:Reference FileRef=\"/%s\"><ofd:CheckValue>%s</ofd:CheckValue></ofd:Reference>"
                        .formatted(name, Base64.getEncoder().encodeToString(Sm3.of(bytes)))));
        return references.toString();
    }

    private String line(String text, double x, double y, double size) {
        return """
            <ofd:TextObject ID="%d" Boundary="%s %s 180 %s" Font="1" Size="%s">\
            <ofd:TextCode X="0" Y="%s" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>\
            """.formatted(++lastId, x, y, size * 1.4, size, size, deltas(text, size), escaped(text));
    }

    /** How far each character is from the one before it: a Chinese one is as wide as high, a Latin one half as wide. */
    private static String deltas(String text, double size) {
        return text.chars()
                .limit(text.length() - 1L)
                .mapToObj(character -> String.valueOf(character < LATIN ? size / 2 : size))
                .collect(Collectors.joining(" "));
    }

    private byte[] put(String name, String xml) {
        byte[] bytes = (HEAD + xml).getBytes(StandardCharsets.UTF_8);
        entries.put(name, bytes);
        return bytes;
    }

    private byte[] zipped() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
