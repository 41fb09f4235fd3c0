package org.dianqiao.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dianqiao.trust.Sm3;

/**
 * A sheet as OFD (GB/T 33190-2016), sealed. Written directly and in memory: the library that knows the format wants
 * folders on a disk and a BouncyCastle of years ago. It is the tests' second opinion instead.
 */
final class OfdFile {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int FONT = 1;
    private static final int FIRST_PAGE = 2;

    private final Sheet sheet;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private OfdFile(Sheet sheet) {
        this.sheet = sheet;
    }

    static byte[] of(Sheet sheet, Subset subset, Sealing sealing) {
        OfdFile file = new OfdFile(sheet);
        int ids = file.pages(subset);
        file.document(ids);
        file.entries.put("Doc_0/Res/font.ttf", subset.file());
        file.sign(sealing);
        return file.zipped(sheet.meta().at());
    }

    /** The highest id that was given. */
    private int pages(Subset subset) {
        OfdMarks marks = new OfdMarks(subset, FONT, FIRST_PAGE + sheet.pages().size());
        for (int i = 0; i < sheet.pages().size(); i++) {
            put(
                    "Doc_0/Pages/Page_" + i + "/Content.xml",
                    marks.drawn(sheet.pages().get(i)));
        }
        return marks.highestId();
    }

    private void document(int highestId) {
        Meta meta = sheet.meta();
        put("OFD.xml", """
                <ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD" Version="1.1"><ofd:DocBody><ofd:DocInfo>\
                <ofd:DocID>%s</ofd:DocID><ofd:Title>%s</ofd:Title><ofd:Author>%s</ofd:Author>\
                <ofd:Subject>%s</ofd:Subject><ofd:CreationDate>%s</ofd:CreationDate></ofd:DocInfo>\
                <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>\
                <ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>
                """.formatted(
                        id(meta.identifier()),
                        Xml.escaped(meta.title()),
                        Xml.escaped(meta.issuer()),
                        Xml.escaped(meta.identifier()),
                        LocalDateTime.ofInstant(meta.at(), OFFICE).toLocalDate()));
        put("Doc_0/Document.xml", """
                <ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>%d</ofd:MaxUnitID>\
                <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>\
                <ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>%s</ofd:Pages></ofd:Document>
                """.formatted(highestId, pageList()));
        put("Doc_0/PublicRes.xml", """
                <ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:Fonts>\
                <ofd:Font ID="%d" FontName="%s" FamilyName="%s"><ofd:FontFile>font.ttf</ofd:FontFile></ofd:Font>\
                </ofd:Fonts></ofd:Res>
                """.formatted(FONT, Typeface.NAME, Typeface.NAME));
    }

    private String pageList() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < sheet.pages().size(); i++) {
            list.append("<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/Content.xml\"/>".formatted(FIRST_PAGE + i, i));
        }
        return list.toString();
    }

    /** Over every file there is, but for the two that the signature itself is. */
    private void sign(Sealing sealing) {
        put(OfdSignature.LIST, OfdSignature.list());
        entries.put(OfdSignature.SEAL, sealing.seal().der());
        int page = FIRST_PAGE + sheet.pages().size() - 1;
        byte[] signed = put(OfdSignature.FILE, OfdSignature.of(entries, page, sheet.seal(), sheet.meta()));
        entries.put(
                OfdSignature.VALUE,
                sealing.over(signed, "/" + OfdSignature.FILE, sheet.meta().at()));
    }

    private byte[] put(String name, String xml) {
        byte[] bytes = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8);
        entries.put(name, bytes);
        return bytes;
    }

    private static String id(String identifier) {
        return Sm3.hex(Sm3.of(identifier.getBytes(StandardCharsets.UTF_8))).substring(0, 32);
    }

    private byte[] zipped(Instant at) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(LocalDateTime.ofInstant(at, OFFICE));
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
