package org.dianqiao.connector.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The XML files that a workbook is packed of.
 *
 * <p>A few kilobytes can unpack to terabytes, so all of it is unpacked once and counted before any of it is read. Nothing
 * is ever written to a place that an entry names, and a DOCTYPE ends the reading, so there are no entities.
 */
final class Parcel {

    private static final long MOST_UNPACKED = 128L << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final XMLInputFactory SECURE = secure();

    private final byte[] packed;

    private Parcel(byte[] packed) {
        this.packed = packed;
    }

    /** Stands at an element's beginning. It may go on to what belongs to it. */
    interface Reading {
        void at(XMLStreamReader element) throws XMLStreamException;
    }

    /** The JDK's own, whatever else is on the class path. */
    private static XMLInputFactory secure() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    static Parcel of(byte[] packed) {
        try (ZipFile zip = open(packed)) {
            weigh(zip);
            return new Parcel(packed);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("文件不完整或已损坏，不是可读的 .xlsx 工作簿。", e);
        }
    }

    /** By its directory, as spreadsheets do: what stands before each entry is often left open. */
    private static ZipFile open(byte[] packed) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get();
    }

    private static void weigh(ZipFile zip) throws IOException {
        byte[] piece = new byte[1 << 16];
        long unpacked = 0;
        int entries = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (++entries > MOST_ENTRIES) {
                throw tooLarge();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw tooLarge();
                    }
                }
            }
        }
    }

    private static Unreadable tooLarge() {
        return new Unreadable("工作簿解压后超过 " + (MOST_UNPACKED >> 20) + " MiB 或部件过多，不予读取。");
    }

    /** Nothing happens where there is no such file. */
    void read(String name, Reading reading) throws XMLStreamException {
        try (ZipFile zip = open(packed)) {
            ZipArchiveEntry entry = zip.getEntry(name);
            if (entry != null) {
                elements(SECURE.createXMLStreamReader(zip.getInputStream(entry)), reading);
            }
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }

    private static void elements(XMLStreamReader in, Reading reading) throws XMLStreamException {
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable("工作簿的 XML 中有 DOCTYPE 或实体，不予读取。");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                reading.at(in);
            }
        }
    }
}
