package org.dianqiao.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Format;
import com.networknt.schema.Formats;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.OutputFormat;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.AllowSchemaLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Yaml;

/**
 * What a payload must look like: the JSON Schemas (2020-12) of `mappings/contracts`, compiled once.
 *
 * <p>The first look at a payload ends with its first violation, so that the worst payload costs no more than a good one.
 * Only where the payload is of a size that an honest one has are the other violations looked for.
 */
public final class Contracts {

    static final String META_SCHEMA = SchemaId.V202012;
    private static final String PLACE = "contract:/";
    private static final int ORDINARY_NODES = 5_000;
    private static final Violation PERHAPS_MORE = new Violation("", "报文内容过多，只查到以上一处，此外可能还有不符合约定之处");

    private final Map<String, JsonSchema> schemas = new HashMap<>();

    /**
     * One thing in a payload that its contract does not allow. It never repeats what was said: that may be personal.
     *
     * @param pointer where, as a JSON Pointer (RFC 6901); of a missing member, where it should be
     * @param message what is expected there, in Chinese
     */
    public record Violation(String pointer, String message) {}

    private Contracts() {}

    /** Compiles every contract of the folder; the faults of all its files come together. */
    public static Contracts read(Path folder) {
        Map<String, ContractFile> files = files(folder);
        JsonSchemaFactory factory = factory(files);
        SchemaValidatorsConfig config = config();
        JsonSchema metaSchema = factory.getSchema(SchemaLocation.of(META_SCHEMA), config);
        refuse(new ContractFaults(files, metaSchema, formats()).find());
        Contracts contracts = new Contracts();
        files.forEach((name, file) -> contracts.schemas.put(
                file.contract(), compiled(factory.getSchema(SchemaLocation.of(PLACE + name), config))));
        return contracts;
    }

    public boolean has(String contract) {
        return schemas.containsKey(contract);
    }

    /** What is wrong with a payload, identifiers first; empty when it is right. Of a huge one only the first thing is told. */
    public List<Violation> violations(String contract, JsonNode payload) {
        JsonSchema schema = Optional.ofNullable(schemas.get(contract))
                .orElseThrow(() -> new IllegalArgumentException("there is no contract " + contract));
        List<Violation> first = look(schema, payload, true);
        if (first.isEmpty()) {
            return first;
        }
        return nodes(payload, ORDINARY_NODES) == ORDINARY_NODES
                ? List.of(first.get(0), PERHAPS_MORE)
                : look(schema, payload, false);
    }

    private static List<Violation> look(JsonSchema schema, JsonNode payload, boolean firstOnly) {
        Set<ValidationMessage> found =
                schema.validate(payload, OutputFormat.DEFAULT, context -> context.getExecutionConfig()
                        .setFailFast(firstOnly));
        return found.isEmpty()
                ? List.of()
                : found.stream()
                        .filter(Contracts::isNoBranch)
                        .sorted(Comparator.comparing(ViolationWording::isOfAnIdentifier)
                                .reversed())
                        .map(ViolationWording::of)
                        .distinct()
                        .toList();
    }

    /** What the branches of a choice lack is said by the choice itself. */
    private static boolean isNoBranch(ValidationMessage found) {
        return !found.getEvaluationPath().toString().contains("/oneOf/");
    }

    /** How many values there are in a payload, counted up to `most`. */
    private static int nodes(JsonNode node, int most) {
        int count = 1;
        for (JsonNode inner : node) {
            if (count >= most) {
                return most;
            }
            count += nodes(inner, most - count);
        }
        return count;
    }

    private static Map<String, ContractFile> files(Path folder) {
        List<Fault> faults = new ArrayList<>();
        Map<String, ContractFile> files = new TreeMap<>();
        for (Path path : Yaml.files(folder, ContractFile.ENDING)) {
            try {
                ContractFile file = ContractFile.read(path);
                files.put(file.fileName(), file);
            } catch (BadFiles bad) {
                faults.addAll(bad.faults());
            }
        }
        refuse(faults);
        return files;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new BadFiles(faults);
        }
    }

    /** Schemas come from the files and the validator's own jar, never from elsewhere. */
    private static JsonSchemaFactory factory(Map<String, ContractFile> files) {
        Map<String, String> texts = new HashMap<>();
        files.forEach((name, file) -> texts.put(PLACE + name, file.text()));
        JsonMetaSchema dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .formats(List.of(IdentifierFormat.values()))
                .format(new InstantFormat())
                .build();
        return JsonSchemaFactory.builder()
                .defaultMetaSchemaIri(META_SCHEMA)
                .metaSchema(dialect)
                .schemaLoaders(loaders -> loaders.schemas(texts)
                        .add(new AllowSchemaLoader(iri -> iri.toString().startsWith("classpath:"))))
                .build();
    }

    private static SchemaValidatorsConfig config() {
        return SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .errorMessageKeyword(ViolationWording.OWN)
                .pathType(PathType.JSON_POINTER)
                .build();
    }

    private static Set<String> formats() {
        return Stream.concat(Formats.DEFAULT.stream(), Arrays.stream(IdentifierFormat.values()))
                .map(Format::getName)
                .collect(Collectors.toSet());
    }

    private static JsonSchema compiled(JsonSchema schema) {
        schema.initializeValidators();
        return schema;
    }
}
