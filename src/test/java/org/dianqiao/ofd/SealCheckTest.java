package org.dianqiao.ofd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.dianqiao.certificate.Ofdrw;
import org.dianqiao.certificate.Press;
import org.dianqiao.certificate.SealedOfd;
import org.dianqiao.files.Watched;
import org.dianqiao.ofd.Opinion.Seal;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.TestAuthority;
import org.dianqiao.trust.Trust;
import org.dianqiao.trust.TrustFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that others have sealed, right and wrong in each of the five steps; ofdrw is the second opinion. */
class SealCheckTest {

    private static final Instant AT = Instant.parse("2026-11-03T02:15:30.123456Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final TestAuthority MAKERS = TestAuthority.named("Seal makers", CLOCK);
    private static final SigningKey KEY = MAKERS.issue("郑州市市场监督管理局");
    private static final byte[] GOOD = Press.ofd(KEY, AT);

    @TempDir
    Path folder;

    private SealCheck check;

    @BeforeEach
    void believes() throws Exception {
        Path anchors = Files.createDirectories(folder.resolve("seals"));
        Files.writeString(anchors.resolve("makers.pem"), MAKERS.certificate().pem());
        check = believing(anchors);
    }

    @Test
    void findsADocumentOfOursValid() throws Exception {
        assertValid(GOOD);
        assertThat(Ofdrw.fault(GOOD, folder)).isEmpty();
    }

    @Test
    void tellsWhatADocumentSaysOfItself() throws Exception {
        assertThat(opinion(GOOD).described())
                .contains("1.2.156.3005.2.11410100MB1T000175001.11410100MB1T000175.20261103000042.001.N")
                .doesNotContain("");
    }

    @Test
    void agreesWithOfdrwOnASealMadeBySomebodyElse() throws Exception {
        byte[] file = forger().sealed();
        assertValid(file);
        assertThat(Ofdrw.fault(file, folder)).isEmpty();
    }

    /** It calls itself something else than SM2, and whoever goes by that cannot verify it. */
    @Test
    void doesNotBelieveWhatOfdrwCannotVerify() throws Exception {
        Forger forger = forger();
        forger.algorithm = PKCSObjectIdentifiers.sha256WithRSAEncryption;
        assertUntrusted(forger.sealed(), "ofdrw cannot verify it");
        assertThat(opinion(forger.sealed()).described()).isNotEmpty();
    }

    /** ofdrw would put a tree of all of it into memory when it opens the document. */
    @Test
    void isNotImpressedByResourcesWithoutABottom() throws Exception {
        Forger forger = forger();
        forger.ofd.entries.put("Doc_0/PublicRes.xml", "<ofd:Res>".repeat(60_000).getBytes(UTF_8));
        assertValid(forger.sealed());
    }

    /** The gateway reads none of these; whoever shows the document does. */
    @ParameterizedTest
    @ValueSource(strings = {"Doc_0/PublicRes.xml", "Doc_0/Pages/Page_0/Content.xml", "Doc_0/Attachs/invoice.XML"})
    void refusesADoctypeWhereverItStands(String name) throws Exception {
        Forger forger = forger();
        forger.ofd.entries.put(
                name, "<!-- --><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>".getBytes(UTF_8));
        assertNoOfd(forger.sealed(), name + " has a DOCTYPE");
    }

    @Test
    void readsNothingOverAndOver() throws Exception {
        assertNoOfd(with("Doc_0/Document.xml", "<ofd:PublicRes>.*</ofd:PublicRes>", 17), "more than 16");
        assertNoOfd(with("OFD.xml", "<ofd:Signatures>.*</ofd:Signatures>", 17), "more than 16");
        assertNoOfd(with("Doc_0/Signs/Signatures.xml", "<ofd:Signature ID.*/>", 17), "more than 16");
        assertNoOfd(
                with(Forger.SIGNATURE, "<ofd:Reference FileRef=\"/OFD.xml\">.*?</ofd:Reference>", 2),
                "names one twice");
    }

    /** With so many of what there is one of. */
    private static byte[] with(String file, String pattern, int times) throws Exception {
        Forger forger = forger();
        forger.ofd.entries.compute(file, (name, bytes) -> Pattern.compile(pattern)
                .matcher(new String(bytes, UTF_8))
                .replaceFirst(found -> found.group().repeat(times))
                .getBytes(UTF_8));
        return forger.sealed();
    }

    @Test
    void leavesNothingBesideTheDocument() throws Exception {
        opinion(GOOD);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("seals", "licence.ofd");
        }
    }

    /** Step one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OFD.xml",
                "Doc_0/Document.xml",
                "Doc_0/PublicRes.xml",
                "Doc_0/Pages/Page_0/Content.xml",
                "Doc_0/Res/font.ttf",
                "Doc_0/Signs/Sign_0/Seal.esl"
            })
    void findsAChangedFile(String name) throws Exception {
        byte[] file = changed(name);
        assertTampered(file, name);
        assertThat(Ofdrw.fault(file, folder)).isPresent();
    }

    @Test
    void findsAFileThatIsGone() throws Exception {
        SealedOfd ofd = new SealedOfd(GOOD);
        ofd.entries.remove("Doc_0/Res/font.ttf");
        assertTampered(ofd.zipped(), "font.ttf");
    }

    /** Step two. */
    @ParameterizedTest
    @ValueSource(strings = {Forger.SIGNATURE, Forger.VALUE})
    void findsAChangedSignature(String name) throws Exception {
        byte[] file = changed(name);
        assertTampered(file, "");
        assertThat(Ofdrw.fault(file, folder)).isPresent();
    }

    @Test
    void findsAListOfFilesThatWasWrittenAnew() throws Exception {
        byte[] old = new SealedOfd(GOOD).entries.get(Forger.VALUE);
        Forger forger = forger();
        forger.ofd.entries.put("Doc_0/Pages/Page_0/Content.xml", "<Page/>".getBytes(UTF_8));
        forger.sealed();
        forger.ofd.entries.put(Forger.VALUE, old);
        assertTampered(forger.ofd.zipped(), "its list of files");
    }

    /** Step three, at which ofdrw does not look. */
    @Test
    void findsASealThatItsMakerDidNotSign() throws Exception {
        Forger forger = forger();
        forger.makerSigns = false;
        byte[] file = forger.sealed();
        assertTampered(file, "its maker made it");
        assertThat(new SealedOfd(file).sealHolds()).isFalse();
    }

    @Test
    void findsASignerWhoIsNotOnTheSealsList() throws Exception {
        Forger forger = forger();
        forger.listed = MAKERS.issue("another office").certificate();
        assertUntrusted(forger.sealed(), "not on the seal's list");
    }

    @Test
    void findsASealThatWasOverWhenItWasUsed() throws Exception {
        Forger forger = forger();
        forger.until = AT;
        assertUntrusted(forger.sealed(), "when the seal was not valid");
    }

    @Test
    void findsATimeThatIsYetToCome() throws Exception {
        Forger forger = forger();
        forger.at = AT.plus(Duration.ofMinutes(6));
        assertUntrusted(forger.sealed(), "yet to come");
    }

    @Test
    void believesADocumentWhoseSealIsOverSince() throws Exception {
        Forger forger = forger();
        forger.until = AT.plusSeconds(1);
        assertValid(forger.sealed());
    }

    /** Step four. */
    @Test
    void findsACertificateOfAnAuthorityThatNobodyKnows() throws Exception {
        SigningKey stranger = TestAuthority.named("Strangers", CLOCK).issue("郑州市市场监督管理局");
        assertUntrusted(Press.ofd(stranger, AT), "no anchor vouches");
    }

    @Test
    void findsAMakerOfSealsThatNobodyKnows() throws Exception {
        Forger forger = forger();
        forger.maker = TestAuthority.named("Strangers", CLOCK).issue("maker of seals");
        assertUntrusted(forger.sealed(), "no anchor vouches");
    }

    @Test
    void findsACertificateThatWasOver() throws Exception {
        SigningKey old = MAKERS.issueExpired("郑州市市场监督管理局");
        Forger forger = new Forger(GOOD, old, AT);
        forger.until = AT.plusSeconds(9);
        assertUntrusted(forger.sealed(), "expired");
    }

    @Test
    void findsACertificateThatIsRevoked() throws Exception {
        Path revoked = Files.createDirectories(folder.resolve("seals/revoked"));
        Files.write(revoked.resolve("makers.crl"), MAKERS.crl(KEY.certificate().serial()));
        check = believing(folder.resolve("seals"));
        assertUntrusted(GOOD, "is revoked");
    }

    /** Step five. */
    @Test
    void findsAFileThatNobodySealed() throws Exception {
        SealedOfd ofd = new SealedOfd(GOOD);
        ofd.entries.put("Doc_0/Attachs/more.exe", new byte[] {1});
        assertTampered(ofd.zipped(), "nobody has sealed Doc_0/Attachs/more.exe");
    }

    /** Of several the worst counts. */
    @Test
    void looksAtEverySignature() throws Exception {
        Forger forger = forger();
        String second = "Doc_0/Signs/Sign_1/Signature.xml";
        forger.ofd.entries.compute("Doc_0/Signs/Signatures.xml", (name, list) -> new String(list, UTF_8)
                .replace(
                        "</ofd:Signatures>",
                        "<ofd:Signature ID=\"2\" BaseLoc=\"Sign_1/Signature.xml\"/></ofd:Signatures>")
                .getBytes(UTF_8));
        forger.sealed();
        byte[] same = forger.ofd.entries.get(Forger.SIGNATURE);
        forger.ofd.entries.put(second, same);
        assertValid(forger.ofd.zipped());
        forger.ofd.entries.put(second, joined(same, new byte[] {' '}));
        assertTampered(forger.ofd.zipped(), "its list of files");
        forger.ofd.entries.remove(second);
        assertNoOfd(forger.ofd.zipped(), "it has no " + second);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void doesNotPretendToKnowOtherVersions(int version) throws Exception {
        Forger forger = forger();
        forger.version = version;
        assertThat(opinion(forger.sealed()))
                .isEqualTo(new Opinion(Seal.UNKNOWN_VERSION, "its seal is of version " + version));
        forger.version = 4;
        forger.sealVersion = version;
        assertThat(opinion(forger.sealed()).seal()).isEqualTo(Seal.UNKNOWN_VERSION);
    }

    @Test
    void doesNotPretendToKnowSignaturesWithoutSealOrWithOtherDigests() throws Exception {
        for (String[] change : List.of(
                new String[] {Forger.SIGNATURE, "1.2.156.10197.1.401", "MD5"},
                new String[] {Forger.SIGNATURE, "1.2.156.10197.1.501", "1.2.840.113549.1.1.11"},
                new String[] {"Doc_0/Signs/Signatures.xml", "Type=\"Seal\"", "Type=\"Sign\""})) {
            Forger forger = forger();
            forger.ofd.entries.compute(change[0], (name, bytes) -> new String(bytes, UTF_8)
                    .replace(change[1], change[2])
                    .getBytes(UTF_8));
            assertThat(opinion(forger.sealed()).seal()).isEqualTo(Seal.UNKNOWN_VERSION);
        }
    }

    @Test
    void findsADocumentThatNobodySealed() throws Exception {
        SealedOfd ofd = new SealedOfd(GOOD);
        ofd.entries.put("Doc_0/Signs/Signatures.xml", "<Signatures/>".getBytes(UTF_8));
        assertThat(opinion(ofd.zipped()).seal()).isEqualTo(Seal.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "下载链接无效或已被使用",
                "PK",
                "%PDF-1.7",
            })
    void findsWhatIsNoDocument(String text) throws Exception {
        assertNoOfd(text.getBytes(UTF_8), "no ZIP file");
    }

    @Test
    void findsAnArchiveOfSomethingElse() throws Exception {
        assertNoOfd(zip("readme.txt", "x"), "it has no OFD.xml");
        assertNoOfd(zip("OFD.xml", "<html/>"), "describes something else");
        assertNoOfd(zip("OFD.xml", "<OFD/>"), "OFD has no DocBody");
        assertNoOfd(zip("OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"), "it has no D.xml");
        assertNoOfd(zip("OFD.xml", "<OFD><DocBody><DocRoot>../D.xml</DocRoot></DocBody></OFD>"), "leads out of it");
        assertNoOfd(
                zip("OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>", "D.xml", "<Document/>"),
                "no pages");
        assertNoOfd(
                zip("OFD.xml", "<!DOCTYPE OFD [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><OFD>&x;</OFD>"),
                "no well-formed XML");
        assertNoOfd(zip("OFD.xml", "<a>".repeat(100_000)), "no well-formed XML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.xml", "/evil.xml", "a/../../evil.xml", "a\\evil.xml", "C:evil", "a//b", "./a", "oFd.xml"
            })
    void refusesNamesThatLeadElsewhereOrAreTwoFilesInOnePlace(String name) throws Exception {
        SealedOfd ofd = new SealedOfd(GOOD);
        ofd.entries.put(name, new byte[] {1});
        assertNoOfd(ofd.zipped(), "a name in it cannot be");
    }

    @Test
    void refusesBombs() throws Exception {
        assertNoOfd(zip("OFD.xml", "0".repeat(50 << 20)), "too much comes out of it");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream many = new ZipOutputStream(file)) {
            for (int i = 0; i < 5000; i++) {
                many.putNextEntry(new ZipEntry("x" + i));
            }
        }
        assertNoOfd(file.toByteArray(), "its directory is too long");
    }

    /** A clerk's program believes the directory, another one what it comes across first. */
    @Test
    void refusesTwoDocumentsInOneFile() throws Exception {
        byte[] seen = stored("OFD.xml", "<OFD/>");
        byte[] hidden = stored("OFD.xml", "<XXX/>");
        assertNoOfd(seen, "OFD has no DocBody");
        int local = localLength(seen);
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(seen, 0, local);
        both.write(hidden, 0, local);
        byte[] directory = Arrays.copyOfRange(hidden, local, hidden.length);
        shift(directory, 42, local);
        shift(directory, directory.length - 6, local);
        both.writeBytes(directory);
        assertNoOfd(both.toByteArray(), "tell of different things");
    }

    @Test
    void refusesWhatStandsBehindTheEndOrBeforeTheBeginning() throws Exception {
        assertNoOfd(joined(GOOD, new byte[] {0}), "behind its end");
        assertNoOfd(joined(new byte[] {'M', 'Z'}, GOOD), "not where it should be");
        assertNoOfd(Arrays.copyOf(GOOD, GOOD.length / 2), "no ZIP file");
    }

    /** Nested as deep as it likes: it neither ends us nor takes long. */
    @Test
    void refusesASignatureWithoutABottom() throws Exception {
        SealedOfd ofd = new SealedOfd(GOOD);
        byte[] deep = new byte[400_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        ofd.entries.put(Forger.VALUE, deep);
        assertTampered(ofd.zipped(), "its signature");
    }

    @Test
    void survivesAnyByte() throws Exception {
        for (String name : List.of(Forger.VALUE, Forger.SIGNATURE, "Doc_0/Signs/Signatures.xml", "OFD.xml")) {
            int length = new SealedOfd(GOOD).entries.get(name).length;
            for (int at = 0; at < length; at += 1 + length / 60) {
                assertThat(opinion(changed(name, at)).seal()).isNotEqualTo(Seal.VALID);
            }
        }
        for (int at = 0; at < GOOD.length; at += 1 + GOOD.length / 60) {
            byte[] file = GOOD.clone();
            file[at] ^= 1;
            opinion(file);
        }
    }

    private void assertValid(byte[] file) throws Exception {
        Opinion opinion = opinion(file);
        assertThat(opinion.seal()).as(opinion.why()).isEqualTo(Seal.VALID);
        assertThat(opinion.why()).isEmpty();
    }

    private void assertTampered(byte[] file, String why) throws Exception {
        Opinion opinion = opinion(file);
        assertThat(opinion.seal()).as(opinion.why()).isEqualTo(Seal.TAMPERED);
        assertThat(opinion.why()).contains(why);
    }

    private void assertUntrusted(byte[] file, String why) throws Exception {
        Opinion opinion = opinion(file);
        assertThat(opinion.seal()).as(opinion.why()).isEqualTo(Seal.UNTRUSTED);
        assertThat(opinion.why()).contains(why);
    }

    private void assertNoOfd(byte[] file, String why) throws Exception {
        Opinion opinion = opinion(file);
        assertThat(opinion.seal()).as(opinion.why()).isEqualTo(Seal.NOT_OFD);
        assertThat(opinion.why()).contains(why);
    }

    private Opinion opinion(byte[] file) throws Exception {
        return check.of(Files.write(folder.resolve("licence.ofd"), file));
    }

    private static SealCheck believing(Path anchors) {
        TrustFiles files = new TrustFiles(List.of(anchors), List.of(), List.of(anchors.resolve("revoked")));
        return new SealCheck(new Watched<>(files.places(), () -> Trust.read(files, List.of())), CLOCK);
    }

    private static Forger forger() throws Exception {
        return new Forger(GOOD, KEY, AT);
    }

    /** XML says the same with a blank more. */
    private static byte[] changed(String name) throws Exception {
        SealedOfd ofd = new SealedOfd(GOOD);
        byte[] bytes = ofd.entries.get(name);
        if (!name.endsWith(".xml")) {
            return changed(name, bytes.length - 4);
        }
        ofd.entries.put(name, joined(bytes, new byte[] {' '}));
        return ofd.zipped();
    }

    private static byte[] changed(String name, int at) throws Exception {
        SealedOfd ofd = new SealedOfd(GOOD);
        byte[] bytes = ofd.entries.get(name).clone();
        bytes[at] ^= 1;
        ofd.entries.put(name, bytes);
        return ofd.zipped();
    }

    private static byte[] zip(String... files) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < files.length; i += 2) {
                zip.putNextEntry(new ZipEntry(files[i]));
                zip.write(files[i + 1].getBytes(UTF_8));
            }
        }
        return file.toByteArray();
    }

    private static byte[] stored(String name, String text) throws Exception {
        byte[] bytes = text.getBytes(UTF_8);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(entry);
            zip.write(bytes);
        }
        return file.toByteArray();
    }

    /** Where the directory begins, as the end says. */
    private static int localLength(byte[] zip) {
        return zip[zip.length - 6] & 0xff;
    }

    private static void shift(byte[] bytes, int at, int by) {
        bytes[at] += (byte) by;
    }

    private static byte[] joined(byte[] first, byte[] then) {
        byte[] both = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, both, first.length, then.length);
        return both;
    }
}
