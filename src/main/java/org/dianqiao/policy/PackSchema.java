package org.dianqiao.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.files.LinedJson;

/** The form of a pack: the JSON Schema that lies beside the packs, so that an editor can check them as we do. */
final class PackSchema {

    static final String FILE = "pack.schema.json";

    private static final Pattern UNITS = Pattern.compile("\\((WD\\|.*)\\)");
    private static final Set<String> STRANGERS = Set.of("additionalProperties", "propertyNames");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchema schema;

    private PackSchema(JsonSchema schema) {
        this.schema = schema;
    }

    static PackSchema read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .locale(Locale.ROOT)
                    .pathType(PathType.JSON_POINTER)
                    .build();
            JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(SchemaLocation.of("pack:/" + FILE), JSON.readTree(file.toFile()), config);
            schema.initializeValidators();
            return new PackSchema(schema);
        } catch (IOException | RuntimeException e) {
            throw new BadFiles(new Fault(file, "cannot be read as a schema: " + e.getMessage()));
        }
    }

    /** What does not fit, each with its line and the rule that it stands in. */
    List<Fault> faults(LinedJson pack) {
        return schema.validate(pack.root()).stream()
                .map(found -> fault(pack, found))
                .distinct()
                .toList();
    }

    private static Fault fault(LinedJson pack, ValidationMessage found) {
        String pointer = found.getInstanceLocation().toString();
        String place = found.getProperty() == null ? pointer : pointer + "/" + found.getProperty();
        return pack.fault(place, Place.ruleOf(pack, pointer) + message(found, pointer));
    }

    private static String message(ValidationMessage found, String pointer) {
        if (STRANGERS.contains(found.getType())) {
            return "`" + found.getProperty() + "` is not known here";
        }
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (found.getType().equals("format")) {
            return "`" + name + "` is not a date like 2026-10-01";
        }
        Matcher units = UNITS.matcher(found.getSchemaNode().asText());
        if (found.getType().equals("pattern") && units.find()) {
            return "`" + name + "` is written as `5 WD`, the unit one of "
                    + units.group(1).replace("|", ", ");
        }
        return (name.isEmpty() || Character.isDigit(name.charAt(0)) ? "" : "`" + name + "`: ") + plain(found, pointer);
    }

    private static String plain(ValidationMessage found, String pointer) {
        String message = found.getMessage();
        String lead = pointer + ": ";
        return message.startsWith(lead) ? message.substring(lead.length()) : message;
    }
}
