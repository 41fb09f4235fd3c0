package org.dianqiao.files;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One place in a YAML file that knows its line. What is asked for and not there, or not of the right kind, is noted as a
 * fault and answered with something harmless, so that a reader finds all the faults of a file in one go.
 */
public final class Yaml {

    private static final int LARGEST = 1 << 20;

    private final Path file;
    private final @Nullable Node node;
    private final int line;
    private final List<Fault> faults;

    private Yaml(Path file, @Nullable Node node, int line, List<Fault> faults) {
        this.file = file;
        this.node = node;
        this.line = node == null ? line : node.getStartMark().getLine() + 1;
        this.faults = faults;
    }

    public static Yaml read(Path file, List<Fault> faults) {
        return compose(file, faults)
                .map(root -> new Yaml(file, root, 1, faults))
                .orElseGet(() -> new Yaml(file, null, 0, faults));
    }

    /** The file's root; nothing where it is empty, or not YAML: then that is its fault. */
    static Optional<Node> compose(Path file, List<Fault> faults) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(20);
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        try {
            return SmallFile.text(file, LARGEST, faults)
                    .map(text -> new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            faults.add(new Fault(file, line, "not YAML: " + e.getProblem()));
        } catch (RuntimeException e) {
            faults.add(new Fault(file, "cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }

    /** Whether there is anything here to read. */
    public boolean present() {
        return node != null;
    }

    public int line() {
        return line;
    }

    public void fault(String reason) {
        faults.add(new Fault(file, line, reason));
    }

    /** The text of a member that must be there. */
    public String text(String name) {
        return find(name).map(Yaml::scalar).orElseGet(() -> {
            fault("`" + name + "` is missing");
            return "";
        });
    }

    public Optional<String> maybe(String name) {
        return find(name).map(Yaml::scalar);
    }

    /** A member turned into a value; what the function throws as an IllegalArgumentException is the fault. */
    public <T> Optional<T> value(String name, Function<String, T> reading) {
        return find(name).flatMap(at -> at.as(name, reading));
    }

    /** The members of a list, turned into values in the same way. */
    public <T> List<T> values(String name, Function<String, T> reading) {
        return list(name).stream().flatMap(at -> at.as(name, reading).stream()).toList();
    }

    /** One of an enumeration's words, written like `approval-platform`. */
    public <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        return value(name, text -> Arrays.stream(words.getEnumConstants())
                .filter(word -> written(word).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + text + "` is not one of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Yaml::written)
                                .toList())));
    }

    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <T> Optional<T> as(String name, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(scalar()));
        } catch (IllegalArgumentException e) {
            fault("`" + name + "`: " + e.getMessage());
            return Optional.empty();
        }
    }

    public Yaml child(String name) {
        return find(name).orElseGet(() -> new Yaml(file, null, line, faults));
    }

    public List<Yaml> list(String name) {
        Yaml at = child(name);
        if (at.node == null) {
            return List.of();
        }
        if (!(at.node instanceof SequenceNode sequence)) {
            at.fault("`" + name + "` must be a list");
            return List.of();
        }
        return sequence.getValue().stream().map(this::at).toList();
    }

    public List<String> texts(String name) {
        return list(name).stream().map(Yaml::scalar).toList();
    }

    public Map<String, Yaml> members() {
        Map<String, Yaml> members = new LinkedHashMap<>();
        for (NodeTuple tuple : tuples()) {
            Yaml key = at(tuple.getKeyNode());
            if (members.put(key.scalar(), at(tuple.getValueNode())) != null) {
                key.fault("`" + key.scalar() + "` stands here twice");
            }
        }
        return members;
    }

    /** A member that nobody reads is a typing error waiting to be noticed. */
    public void only(Set<String> known) {
        members();
        for (NodeTuple tuple : tuples()) {
            Yaml key = at(tuple.getKeyNode());
            if (!known.contains(key.scalar())) {
                key.fault("`" + key.scalar() + "` is not known here; known are "
                        + known.stream().sorted().toList());
            }
        }
    }

    public String scalar() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault("a plain value is expected here");
        return "";
    }

    private Optional<Yaml> find(String name) {
        for (NodeTuple tuple : tuples()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
                return Optional.of(at(tuple.getValueNode()));
            }
        }
        return Optional.empty();
    }

    private List<NodeTuple> tuples() {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        if (node != null
                && !(node instanceof ScalarNode empty && empty.getValue().isEmpty())) {
            fault("members are expected here");
        }
        return List.of();
    }

    private Yaml at(Node inner) {
        return new Yaml(file, inner, line, faults);
    }

    /** All files of a folder with this ending, in the order of their names. What editors leave beside them is not meant. */
    public static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending) && isAFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadFiles(new Fault(folder, "cannot be read: " + e.getMessage()));
        }
    }

    private static boolean isAFile(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }
}
