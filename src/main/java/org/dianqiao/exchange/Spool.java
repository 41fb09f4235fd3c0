package org.dianqiao.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.dianqiao.files.Folders;
import org.dianqiao.trust.Sm3;

/** Takes the bytes of a part and their digest in one go. What has more than 1 MiB goes to a file. */
public final class Spool {

    static final int IN_MEMORY = 1 << 20;
    private static final int PIECE = 1 << 16;

    private final Path folder;

    public Spool(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            try (var left = Files.list(folder)) {
                for (Path each : (Iterable<Path>) left::iterator) {
                    Folders.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes exactly the part that the manifest names, or refuses. */
    Content take(Part part, InputStream in) throws IOException {
        return part.length() <= IN_MEMORY ? inMemory(part, in) : inFile(part, in);
    }

    private static Content inMemory(Part part, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) part.length());
        match(part, bytes.length, Sm3.of(bytes));
        return Content.of(bytes);
    }

    private Content inFile(Part part, InputStream in) throws IOException {
        Path file = Files.createTempFile(folder, "part-", "");
        Content content = Content.of(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            Sm3 digest = Sm3.running();
            long length = copy(in, part.length(), out, digest);
            match(part, length, digest.digest());
            return content;
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /**
     * What we write ourselves, for an answer: refused where it grows beyond `most` bytes. It is to be closed by whoever
     * asked for it.
     */
    public Said write(String type, long most, Writing writing) {
        try {
            Path file = Files.createTempFile(folder, "said-", "");
            try {
                return said(type, file, SpooledBytes.write(file, most, writing));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What writes it. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** For who has to go to and fro in it. The file is there as long as this takes. */
    public <T> T inFile(Content content, Function<Path, T> reading) {
        return content.file().map(reading).orElseGet(() -> inFileForNow(content, reading));
    }

    private <T> T inFileForNow(Content content, Function<Path, T> reading) {
        try {
            Path file = Files.createTempFile(folder, "read-", "");
            try (InputStream in = content.open()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return reading.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Said said(String type, Path file, SpooledBytes written) throws IOException {
        Part part = new Part("body", type, written.length(), Sm3.hex(written.digest()), false);
        if (written.length() > IN_MEMORY) {
            return new Said(part, Content.of(file));
        }
        Content few = Content.of(Files.readAllBytes(file));
        Files.delete(file);
        return new Said(part, few);
    }

    private static long copy(InputStream in, long most, OutputStream out, Sm3 digest) throws IOException {
        byte[] piece = new byte[PIECE];
        long length = 0;
        while (length < most) {
            int read = in.read(piece, 0, (int) Math.min(PIECE, most - length));
            if (read < 0) {
                break;
            }
            digest.update(piece, 0, read);
            out.write(piece, 0, read);
            length += read;
        }
        return length;
    }

    private static void match(Part part, long length, byte[] digest) {
        if (length != part.length()) {
            throw Parts.mismatch("部件“" + part.name() + "”只收到 " + length + " 字节，清单写的是 " + part.length() + "。");
        }
        if (!Sm3.hex(digest).equals(part.sm3())) {
            throw Parts.mismatch("部件“" + part.name() + "”的 SM3 摘要与清单不符。");
        }
    }
}
