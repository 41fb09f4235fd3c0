package org.dianqiao.codes;

import com.schibsted.spt.data.jslt.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;

/** The mappings between the forms of others and ours, and how their XML is built. All are good, or none is used. */
public final class Mappings {

    private static final String MAPPING = ".jslt";
    private static final String FORM = ".form.yaml";

    private final Map<String, Mapping> mappings = new TreeMap<>();
    private final Map<String, XmlForm> forms = new TreeMap<>();
    private final Path folder;
    private final List<Fault> faults = new ArrayList<>();

    private Mappings(Path folder) {
        this.folder = folder;
    }

    /** `tables`: the code tables of the moment, which may change without the mappings. */
    public static Mappings read(Path folder, Supplier<CodeTables> tables) {
        Mappings read = new Mappings(folder.normalize());
        List<Function> functions = MappingFunctions.with(tables);
        read.files(MAPPING).forEach(file -> read.mapping(file, functions, tables.get()));
        read.files(FORM).forEach(read::form);
        if (!read.faults.isEmpty()) {
            throw new BadFiles(read.faults.stream().distinct().toList());
        }
        return read;
    }

    /** `marketing/pre-application`. */
    public Optional<Mapping> find(String name) {
        return Optional.ofNullable(mappings.get(name));
    }

    /** How the XML before or behind the mapping of this name is built. */
    public Optional<XmlForm> form(String name) {
        return Optional.ofNullable(forms.get(name));
    }

    public Collection<Mapping> all() {
        return mappings.values();
    }

    private void mapping(Path file, List<Function> functions, CodeTables tables) {
        boolean functionsAlone = file.getFileName().toString().startsWith("_");
        String name = name(file, MAPPING);
        if (!name.matches("[a-z0-9-]+(/_?[a-z0-9-]+)+")) {
            faults.add(
                    new Fault(file, "a mapping lies in its dialect's folder; small letters, digits and `-` name both"));
        }
        int before = faults.size();
        JsltFiles files = JsltFiles.gather(folder, file, faults);
        files.all().forEach(each -> MappingScrutiny.look(each, tables, faults));
        if (faults.size() == before) {
            files.compile(functions, functionsAlone)
                    .filter(compiled -> !functionsAlone)
                    .ifPresent(compiled -> mappings.put(name, new Mapping(name, files.version(), compiled)));
        }
    }

    private void form(Path file) {
        String name = name(file, FORM);
        forms.put(name, XmlForm.read(file, faults));
        if (!Files.exists(folder.resolve(name + MAPPING))) {
            faults.add(new Fault(file, "a form is named after its mapping, and there is none of this name"));
        }
    }

    private String name(Path file, String ending) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - ending.length());
    }

    /** Without what editors and volumes hide behind a dot. */
    private List<Path> files(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .filter(file -> !folder.relativize(file).toString().matches("(.*[/\\\\])?\\..*"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
