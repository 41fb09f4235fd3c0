package org.dianqiao.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a body is cut into pieces. */
class IntakeTest {

    private static final int MIB = 1 << 20;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private long now;

    @Test
    void cutsAtOneMebibyte() {
        Intake intake = new Intake(new ByteArrayInputStream(new byte[2 * MIB + 5]), () -> now);
        assertThat(intake.next(Long.MAX_VALUE)).hasSize(MIB);
        assertThat(intake.next(Long.MAX_VALUE)).hasSize(MIB);
        assertThat(intake.next(Long.MAX_VALUE)).hasSize(5);
        assertThat(intake.next(Long.MAX_VALUE)).isEmpty();
        assertThat(intake.isBroken()).isFalse();
    }

    @Test
    void takesNoMoreThanIsWanted() {
        Intake intake = new Intake(new ByteArrayInputStream(new byte[100]), () -> now);
        assertThat(intake.next(60)).hasSize(60);
        assertThat(intake.next(0)).isEmpty();
        assertThat(intake.isBroken()).isFalse();
    }

    @Test
    void keepsWhatCameBeforeTheLineBroke() {
        Intake intake = new Intake(line(50_000, 0, 3), () -> now);
        assertThat(intake.next(MIB)).hasSize(150_000);
        assertThat(intake.isBroken()).isTrue();
        assertThat(intake.next(MIB)).isEmpty();
    }

    @Test
    void waitsNoLongerThanTwoSecondsForAPieceToBeFull() {
        Intake intake = new Intake(line(50_000, SECOND, 10), () -> now);
        assertThat(intake.next(MIB)).hasSize(100_000);
        assertThat(intake.next(MIB)).hasSize(100_000);
        assertThat(intake.isBroken()).isFalse();
    }

    @Test
    void givesUpOnWhoOnlyHoldsTheLine() {
        Intake intake = new Intake(line(4096, SECOND, 1000), () -> now);
        int pieces = 0;
        while (intake.next(Long.MAX_VALUE).length > 0) {
            pieces++;
        }
        assertThat(intake.isBroken()).isTrue();
        assertThat(pieces).isBetween(58, 62);
        assertThat(now).isBetween(115 * SECOND, 125 * SECOND);
    }

    @Test
    void waitsForWhoIsSlowButNotTooSlow() {
        Intake intake = new Intake(line(8192, SECOND, 1000), () -> now);
        int length = 0;
        for (byte[] piece = intake.next(MIB); piece.length > 0; piece = intake.next(MIB)) {
            length += piece.length;
        }
        assertThat(length).isEqualTo(8192 * 1000);
    }

    /** So many bytes at a time, each after its pause, so often; then the line breaks. */
    private InputStream line(int size, long pause, int times) {
        return new InputStream() {
            private int left = times;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                now += pause;
                if (left-- == 0) {
                    throw new IOException("broken");
                }
                return Math.min(size, most);
            }
        };
    }
}
