package org.dianqiao.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The grid's name, read from a file that may be wrong. */
class WatchedTest {

    @TempDir
    private Path folder;

    private final AtomicInteger readings = new AtomicInteger();
    private Path file = Path.of("");

    @BeforeEach
    void isThere() throws IOException {
        file = Files.createDirectories(folder.resolve("partners")).resolve("grid.henan");
        Files.writeString(file, "国网");
    }

    @Test
    void readsAtOnce() {
        assertThat(watched().current()).isEqualTo("国网");
    }

    @Test
    void stopsTheStartWithAFault() throws IOException {
        Files.writeString(file, "bad");
        assertThatExceptionOfType(BadFiles.class).isThrownBy(this::watched).withMessage(file + ":7: bad");
    }

    @Test
    void readsAgainOnlyWhenAFileHasChanged() throws IOException {
        Watched<String> watched = watched();
        assertThat(watched.refresh()).isFalse();
        Files.writeString(file, "国网河南");
        assertThat(watched.refresh()).isTrue();
        assertThat(watched.refresh()).isFalse();
        assertThat(watched.current()).isEqualTo("国网河南");
        assertThat(readings).hasValue(2);
    }

    /** A fault of ours in a reader must not stop the looking, nor be met again every two seconds. */
    @Test
    void goesOnWhereAReaderBreaks() throws IOException {
        AtomicInteger broken = new AtomicInteger();
        Watched<String> watched = new Watched<>(List.of(folder), () -> {
            if (broken.get() > 0) {
                broken.incrementAndGet();
                throw new OutOfMemoryError("of this test");
            }
            return "国网";
        });
        broken.set(1);
        Files.writeString(file, "国网河南");

        assertThat(watched.refresh()).isFalse();
        assertThat(watched.refresh()).isFalse();
        assertThat(watched.current()).isEqualTo("国网");
        assertThat(watched.faults()).singleElement().satisfies(fault -> assertThat(fault.reason())
                .contains("OutOfMemoryError"));
        assertThat(broken).hasValue(2);
    }

    @Test
    void noticesAChangeOfEqualLength() throws IOException {
        Watched<String> watched = watched();
        Files.writeString(file, "南网");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(watched.refresh()).isTrue();
        assertThat(watched.current()).isEqualTo("南网");
    }

    @Test
    void noticesFilesThatComeAndGo() throws IOException {
        Watched<String> watched = watched();
        Path other = Files.createDirectories(folder.resolve("partners/new")).resolve("grid.jinan");
        Files.writeString(other, "x");
        assertThat(watched.refresh()).isTrue();
        Files.delete(other);
        assertThat(watched.refresh()).isTrue();
    }

    @Test
    void goesOnWithTheVersionBeforeAndKeepsTheFaults() throws IOException {
        Watched<String> watched = watched();
        Files.writeString(file, "bad");
        assertThat(watched.refresh()).isFalse();
        assertThat(watched.current()).isEqualTo("国网");
        assertThat(watched.faults()).containsExactly(new Fault(file, 7, "bad"));
        assertThat(watched.refresh()).isFalse();
        assertThat(watched.faults()).hasSize(1);
        assertThat(readings).hasValue(2);
    }

    @Test
    void forgetsTheFaultsOfAFileThatWasMended() throws IOException {
        Watched<String> watched = watched();
        Files.writeString(file, "bad");
        watched.refresh();
        Files.writeString(file, "国网河南");
        assertThat(watched.refresh()).isTrue();
        assertThat(watched.faults()).isEmpty();
    }

    @Test
    void watchesAPlaceThatIsNotThereYet() throws IOException {
        Path later = folder.resolve("later");
        Watched<String> watched = new Watched<>(List.of(later), () -> Files.exists(later) ? "there" : "nothing");
        assertThat(watched.current()).isEqualTo("nothing");
        Files.writeString(Files.createDirectories(later).resolve("a"), "");
        assertThat(watched.refresh()).isTrue();
        assertThat(watched.current()).isEqualTo("there");
    }

    private Watched<String> watched() {
        return new Watched<>(List.of(folder), this::read);
    }

    private String read() {
        readings.incrementAndGet();
        try {
            String text = Files.readString(file);
            if (text.equals("bad")) {
                throw new BadFiles(new Fault(file, 7, text));
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
