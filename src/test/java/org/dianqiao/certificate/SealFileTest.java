package org.dianqiao.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.dianqiao.files.BadFiles;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.TestAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seal of an authority that an operator puts down. */
class SealFileTest {

    private static final byte[] GOOD =
            Seal.make("郑州市政务服务和大数据管理局", new byte[] {1, 2, 3}, Press.KEY).der();

    @TempDir
    Path folder;

    @Test
    void isWhatCertificatesAreSealedWith() throws Exception {
        Path file = put(GOOD);

        byte[] ofd = Press.printer(file.toString())
                .print(Drafts.filing(), Press.NUMBER, Press.VERIFY)
                .ofd();

        assertThat(new SealedOfd(ofd).entries.get("Doc_0/Signs/Sign_0/Seal.esl"))
                .isEqualTo(GOOD);
        assertThat(new SealedOfd(ofd).signatureHolds()).isTrue();
    }

    @Test
    void isRefusedWhenTheGatewaysCertificateIsNotOnItsList() throws Exception {
        SigningKey other = TestAuthority.named("Root", Clock.fixed(Drafts.AT, ZoneOffset.UTC))
                .issue("another");

        refuses(Seal.make("别的单位", new byte[] {1}, other).der(), Drafts.AT, "is not on its list");
    }

    @Test
    void isRefusedBeforeAndAfterItsTime() throws Exception {
        refuses(GOOD, Drafts.AT.minus(Duration.ofDays(3)), "not valid yet");
        refuses(GOOD, Drafts.AT.plus(Duration.ofDays(999)), "no longer valid");
    }

    @Test
    void isRefusedWhenItsMakerDidNotSignIt() throws Exception {
        byte[] changed = GOOD.clone();
        changed[indexOf(changed, new byte[] {1, 2, 3})] = 9;

        refuses(changed, Drafts.AT, "signature does not hold");
    }

    @Test
    void isRefusedWhenItIsNone() throws Exception {
        refuses(new byte[0], Drafts.AT, "no seal to be used");
        refuses(new byte[] {0x30, 0}, Drafts.AT, "no seal to be used");
        refuses("hello".getBytes(StandardCharsets.US_ASCII), Drafts.AT, "no seal to be used");
        refuses(new byte[600_000], Drafts.AT, "too large");
    }

    private void refuses(byte[] seal, Instant at, String reason) throws IOException {
        Path file = put(seal);
        assertThatThrownBy(() -> SealFile.read(file, Press.KEY.certificate(), at))
                .isInstanceOf(BadFiles.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    private Path put(byte[] seal) throws IOException {
        return Files.write(folder.resolve("seal.esl"), seal);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i < bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}
