package org.dianqiao.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dianqiao.trust.Sm3;
import org.dom4j.DocumentHelper;
import org.dom4j.io.XMLWriter;
import org.ofdrw.core.OFDElement;
import org.ofdrw.core.basicStructure.doc.CT_CommonData;
import org.ofdrw.core.basicStructure.doc.CT_PageArea;
import org.ofdrw.core.basicStructure.doc.Document;
import org.ofdrw.core.basicStructure.ofd.DocBody;
import org.ofdrw.core.basicStructure.ofd.OFD;
import org.ofdrw.core.basicStructure.ofd.docInfo.CT_DocInfo;
import org.ofdrw.core.basicStructure.pageTree.Page;
import org.ofdrw.core.basicStructure.pageTree.Pages;
import org.ofdrw.core.basicStructure.res.Res;
import org.ofdrw.core.basicStructure.res.resources.Fonts;
import org.ofdrw.core.basicType.ST_Loc;
import org.ofdrw.core.signatures.SigType;
import org.ofdrw.core.signatures.Signature;
import org.ofdrw.core.signatures.Signatures;
import org.ofdrw.core.text.font.CT_Font;

/** A sheet as OFD (GB/T 33190-2016), sealed: made of ofdrw's elements, and in memory, since it tells of people. */
final class OfdFile {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int FONT = 1;
    private static final int FIRST_PAGE = 2;
    private static final String DOCUMENT = "Doc_0/Document.xml";
    private static final String SIGNATURES = "Doc_0/Signs/Signatures.xml";

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
            put("Doc_0/" + page(i), marks.drawn(sheet.pages().get(i)));
        }
        return marks.highestId();
    }

    private static String page(int number) {
        return "Pages/Page_" + number + "/Content.xml";
    }

    private void document(int highestId) {
        put(
                "OFD.xml",
                new OFD(new DocBody()
                        .setDocInfo(info(sheet.meta()))
                        .setDocRoot(new ST_Loc(DOCUMENT))
                        .setSignatures(new ST_Loc(SIGNATURES))));
        Pages pages = new Pages();
        for (int i = 0; i < sheet.pages().size(); i++) {
            pages.addPage(new Page(FIRST_PAGE + i, page(i)));
        }
        CT_CommonData common = new CT_CommonData()
                .setMaxUnitID(highestId)
                .setPageArea(new CT_PageArea().setPhysicalBox(0, 0, Sheet.WIDTH, Sheet.HEIGHT))
                .setPublicRes(new ST_Loc("PublicRes.xml"));
        put(DOCUMENT, new Document().setCommonData(common).setPages(pages));
        CT_Font font = new CT_Font(Typeface.NAME)
                .setID(FONT)
                .setFamilyName(Typeface.NAME)
                .setFontFile("font.ttf");
        put("Doc_0/PublicRes.xml", new Res().setBaseLoc(new ST_Loc("Res")).addResource(new Fonts().addFont(font)));
    }

    private static CT_DocInfo info(Meta meta) {
        return new CT_DocInfo()
                .setDocID(id(meta.identifier()))
                .setTile(meta.title())
                .setAuthor(meta.issuer())
                .setSubject(meta.identifier())
                .setCreationDate(LocalDateTime.ofInstant(meta.at(), OFFICE).toLocalDate());
    }

    /** The same whenever it is printed. */
    private static UUID id(String identifier) {
        ByteBuffer digest = ByteBuffer.wrap(Sm3.of(identifier.getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    /** Over every file there is, but for the two that the signature itself is. */
    private void sign(Sealing sealing) {
        Signature listed =
                new Signature().setID("1").setType(SigType.Seal).setBaseLoc(OfdSignature.location(OfdSignature.FILE));
        put(SIGNATURES, new Signatures().setMaxSignId("1").addSignature(listed));
        entries.put(OfdSignature.SEAL, sealing.seal().der());
        int page = FIRST_PAGE + sheet.pages().size() - 1;
        byte[] signed = put(OfdSignature.FILE, OfdSignature.of(entries, page, sheet.seal(), sheet.meta()));
        entries.put(
                OfdSignature.VALUE,
                sealing.over(signed, "/" + OfdSignature.FILE, sheet.meta().at()));
    }

    private byte[] put(String name, OFDElement root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLWriter writer = new XMLWriter(bytes);
            writer.write(DocumentHelper.createDocument(root.getProxy()));
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.put(name, bytes.toByteArray());
        return bytes.toByteArray();
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
