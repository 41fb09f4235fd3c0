package org.dianqiao.verifier;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The verb `verify`: an opinion on evidence (存证核验) that needs no network, no database and nobody's word.
 *
 * <p>Written from the protocol's page alone, it shares no code with the gateway, so that a mistake of the one is seen
 * by the other.
 */
public final class Verify {

    private static final int INVALID = 1;
    private static final int COULD_NOT_BE_RUN = 2;
    private static final int LARGEST_HEAD_FILE = 1 << 20;

    private final Options options;
    private final InputStream in;
    private final Map<Verdict, Long> tally = new EnumMap<>(Verdict.class);

    private Verify(Options options, InputStream in) {
        this.options = options;
        this.in = in;
    }

    public static void main(String... args) {
        System.exit(run(args));
    }

    /** 0: what is there is valid; 1: it is not; 2: it could not be looked at. */
    public static int run(String... args) {
        PrintStream out = stream(FileDescriptor.out);
        return run(args, new FileInputStream(FileDescriptor.in), out, stream(FileDescriptor.err));
    }

    static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.print(Options.USAGE);
            out.flush();
            return 0;
        }
        try {
            int code = new Verify(Options.of(args), in).verify(out);
            if (!out.checkError()) {
                return code;
            }
            err.println("报告未能写完 the report could not be written");
        } catch (CannotRun e) {
            err.println("未能核验 not verified: " + e.getMessage());
        } catch (NoSuchFileException e) {
            err.println("没有此文件 no such file: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            err.println("读取失败 cannot be read: " + e);
        } catch (RuntimeException e) {
            e.printStackTrace(err);
        } finally {
            out.flush();
            err.flush();
        }
        return COULD_NOT_BE_RUN;
    }

    private int verify(PrintStream out) throws IOException {
        List<Certificate> anchors =
                options.anchors().isPresent() ? Anchors.in(options.anchors().get()) : Anchors.ofHome();
        List<HeldHead> held = options.head().isPresent() ? held(options.head().get()) : List.of();
        try (InputStream bundle = bundle()) {
            Report report = options.json() ? new JsonReport(out) : new TextReport(out, options.language());
            new Inspection(options.bundle(), anchors, held, opinion -> tell(opinion, report)).over(bundle);
            report.end(tally);
        }
        return tally.containsKey(Verdict.INVALID) ? INVALID : 0;
    }

    private void tell(Opinion opinion, Report report) {
        tally.merge(opinion.verdict(), 1L, Long::sum);
        try {
            report.tell(opinion);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream bundle() throws IOException {
        return options.bundle().equals("-") ? in : Files.newInputStream(Path.of(options.bundle()));
    }

    private static List<HeldHead> held(Path file) throws IOException {
        try {
            return HeldHead.of(Small.file(file, LARGEST_HEAD_FILE));
        } catch (Malformed e) {
            throw new CannotRun(file + ": " + Language.BOTH.of(e.why()));
        }
    }

    /** In the terminal's own writing where that can write Chinese, else in UTF-8. */
    @SuppressWarnings(
            "SystemConsoleNull") // on 17 there is none for a pipe; since 22 there is, and it says what is wanted
    private static PrintStream stream(FileDescriptor target) {
        Charset console = System.console() == null
                ? StandardCharsets.UTF_8
                : System.console().charset();
        Charset charset = console.newEncoder().canEncode('电') ? console : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(target), false, charset);
    }
}
