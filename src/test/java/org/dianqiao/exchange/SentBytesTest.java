package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How slowly a body may come: a minute for any, and a second more for each 8 KiB. */
class SentBytesTest {

    private static final int DRAWING = 8 * 1024 * 30;

    /** System.nanoTime() counts from anywhere, and may run over. */
    private static final long BEGUN = Long.MAX_VALUE;

    private long now = BEGUN;

    @Test
    void comeByteByByteAsLongAsTheyComeInTime() throws IOException {
        assertThat(dripping(100, Duration.ofMillis(600)).readAllBytes()).hasSize(100);
    }

    @Test
    void areNotWaitedForWhereTheyOnlyDrip() {
        InputStream body = dripping(100, Duration.ofMillis(700));
        assertThatThrownBy(body::readAllBytes)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(Code.MALFORMED));
        assertThat(now - BEGUN).isLessThan(Duration.ofSeconds(62).toNanos());
    }

    @Test
    void mayTakeLongerTheMoreIsPromised() throws IOException {
        InputStream inTime = dripping(DRAWING, Duration.ofSeconds(90).dividedBy(DRAWING + 1));
        assertThat(inTime.readAllBytes()).hasSize(DRAWING);
        InputStream tooSlow = dripping(DRAWING, Duration.ofSeconds(92).dividedBy(DRAWING));
        assertThatThrownBy(tooSlow::readAllBytes).isInstanceOf(Refused.class);
    }

    @Test
    void areRefusedWhereTheLineBreaks() {
        InputStream broken = new SentBytes(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset");
                    }
                },
                1,
                () -> now);
        assertThatThrownBy(broken::read).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(Code.MALFORMED));
    }

    /** One byte at a time, each after so long. */
    private InputStream dripping(int length, Duration each) {
        InputStream bytes = new ByteArrayInputStream(new byte[length]) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                now += most == 0 ? 0 : each.toNanos();
                return super.read(into, from, Math.min(1, most));
            }
        };
        return new SentBytes(bytes, length, () -> now);
    }
}
