package org.dianqiao.codes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.dianqiao.Patience.HANGS;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Documents that are made to do harm: each is refused before it has cost much. */
class XmlReaderTest {

    private static final XmlForm ORDER = new XmlForm("ORDER", Set.of("data/file"), UTF_8);

    @TempDir
    private Path folder;

    @Test
    @Timeout(HANGS)
    void refusesABillionLaughs() {
        StringBuilder entities = new StringBuilder("<!ENTITY a0 'lol'>");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }
        assertThat(fault("<!DOCTYPE ORDER [" + entities + "]><ORDER>&a29;</ORDER>"))
                .isEqualTo("line 1: a DOCTYPE or an entity is not taken");
    }

    @Test
    void readsNoFileThatAnEntityNames() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "王小麦");
        assertThat(fault("<!DOCTYPE ORDER [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><ORDER>&x;</ORDER>"))
                .isEqualTo("line 1: a DOCTYPE or an entity is not taken");
    }

    @Test
    void asksNobodyForWhatADoctypeNames() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
            assertThat(fault("<!DOCTYPE ORDER SYSTEM '" + url + "'><ORDER/>")).contains("DOCTYPE");
            assertThat(fault("<!DOCTYPE ORDER [<!ENTITY % x SYSTEM '" + url + "'> %x;]><ORDER/>"))
                    .contains("DOCTYPE");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    @Timeout(HANGS)
    void refusesWhatIsTenThousandDeep() {
        assertThat(fault("<ORDER>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</ORDER>"))
                .isEqualTo("line 1: it is nested more than 32 deep");
    }

    @Test
    @Timeout(HANGS)
    void refusesAMillionElements() {
        assertThat(fault("<ORDER><data>" + "<file/>".repeat(1_000_000) + "</data></ORDER>"))
                .isEqualTo("line 1: it has more than 100000 elements");
    }

    @Test
    @Timeout(HANGS)
    void refusesManyAttributesLongNamesAndWhatIsTooLarge() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertThat(fault("<ORDER" + attributes + "/>")).isNotEmpty();
        String thirtyThree = attributes.substring(0, attributes.indexOf(" a33="));
        assertThat(fault("<ORDER" + thirtyThree + "/>")).contains("too many attributes");
        assertThat(fault("<ORDER><" + "a".repeat(101) + "/></ORDER>")).contains("too long a name");
        assertThat(fault(new byte[(16 << 20) + 1])).isEqualTo("it is larger than 16 MiB");
    }

    private static String fault(String xml) {
        return fault(xml.getBytes(UTF_8));
    }

    private static String fault(byte[] xml) {
        return catchThrowableOfType(MappingFault.class, () -> ORDER.read(xml)).en();
    }
}
