package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A part in pieces reads like a part. */
class PiecesTest {

    private final List<byte[]> kept = List.of(bytes("总平"), bytes("面图"), bytes("。"));

    @Test
    void areReadOneAfterTheOther() {
        assertThat(new Pieces(this::piece, 15)).hasBinaryContent(bytes("总平面图。"));
    }

    @Test
    void areReadByteByByte() throws IOException {
        Pieces pieces = new Pieces(this::piece, 15);
        for (byte expected : bytes("总平面图。")) {
            assertThat(pieces.read()).isEqualTo(expected & 0xff);
        }
        assertThat(pieces.read()).isEqualTo(-1);
    }

    @Test
    void areNoShorterPartWhereTheLastIsErasedMeanwhile() {
        Pieces pieces = new Pieces(this::piece, 16);
        assertThatThrownBy(pieces::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("after 15 bytes");
    }

    private Optional<byte[]> piece(int number) {
        return number < kept.size() ? Optional.of(kept.get(number)) : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
