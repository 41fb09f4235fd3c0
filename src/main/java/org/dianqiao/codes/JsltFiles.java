package org.dianqiao.codes;

import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.ResourceResolver;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.dianqiao.codes.JsltFile.Mention;
import org.dianqiao.files.Fault;

/**
 * A file of the mapping language with all that it imports. An import stands beside the file that imports it, and never
 * outside the folder of all mappings. The library does not tell its resolver who imports: so what it is given to read
 * names every import by its way from that folder.
 */
final class JsltFiles implements ResourceResolver {

    private final Path folder;
    private final Path root;
    private final List<Fault> faults;
    private final Map<Path, JsltFile> files = new LinkedHashMap<>();
    private final Deque<Path> open = new ArrayDeque<>();

    private JsltFiles(Path folder, Path root, List<Fault> faults) {
        this.folder = folder;
        this.root = root;
        this.faults = faults;
    }

    static JsltFiles gather(Path folder, Path root, List<Fault> faults) {
        JsltFiles files = new JsltFiles(folder, root, faults);
        files.gather(root);
        return files;
    }

    private void gather(Path file) {
        open.push(file);
        Optional<JsltFile> read = JsltFile.read(file, faults);
        read.ifPresent(one -> files.put(file, one));
        read.ifPresent(one -> one.imports().forEach(each -> follow(file, each)));
        open.pop();
    }

    private void follow(Path from, Mention what) {
        if (!what.name().matches("[A-Za-z0-9_./-]+\\.jslt") || what.name().startsWith("/")) {
            faults.add(new Fault(from, what.line(), "`" + what.name() + "` is no mapping beside this one"));
            return;
        }
        Path file = beside(from, what.name());
        if (!file.startsWith(folder)) {
            faults.add(new Fault(from, what.line(), "`" + what.name() + "` lies outside " + folder));
        } else if (!Files.isRegularFile(file)) {
            faults.add(new Fault(from, what.line(), "`" + what.name() + "` is not there"));
        } else if (open.contains(file)) {
            faults.add(new Fault(from, what.line(), "`" + what.name() + "` imports this one"));
        } else if (!files.containsKey(file)) {
            gather(file);
        }
    }

    List<JsltFile> all() {
        return List.copyOf(files.values());
    }

    /** Nothing where it cannot be: then that is its fault. Functions alone are compiled as who imports them would. */
    Optional<Expression> compile(List<Function> functions, boolean functionsAlone) {
        Reader text =
                functionsAlone ? new StringReader("import \"" + way(root) + "\" as these null") : resolve(way(root));
        try {
            return Optional.of(new Parser(text)
                    .withSource(functionsAlone ? "" : way(root))
                    .withFunctions(functions)
                    .withResourceResolver(this)
                    // The language leaves out what is empty, too: a list that must be there would be gone.
                    .withObjectFilter(value -> !value.isNull())
                    .compile());
        } catch (JsltException e) {
            Path file = e.getSource() == null ? root : folder.resolve(e.getSource());
            faults.add(JsltFault.of(file, files.get(file), e));
        } catch (NumberFormatException e) {
            faults.add(new Fault(root, "a number in it has too many digits"));
        } catch (StackOverflowError e) {
            faults.add(new Fault(root, "it is nested too deeply"));
        }
        return Optional.empty();
    }

    @Override
    public Reader resolve(String way) {
        Path file = folder.resolve(way);
        JsltFile read = Objects.requireNonNull(files.get(file));
        return new StringReader(read.text(name -> way(beside(file, name))));
    }

    private String way(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static Path beside(Path file, String name) {
        return file.resolveSibling(name).normalize();
    }

    String version() {
        SM3Digest digest = new SM3Digest();
        for (JsltFile file : files.values()) {
            byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
            digest.update(bytes, 0, bytes.length);
        }
        byte[] sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        return HexFormat.of().formatHex(sum, 0, 6);
    }
}
