package org.dianqiao.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file as JSON, as a schema checks it, where every place knows its line. Dates stay texts.
 *
 * @param lines by JSON Pointer
 * @param twice members that stand there a second time, which no JSON can show
 */
public record Lined(Path file, JsonNode root, Map<String, Integer> lines, List<String> twice) {

    /** Nothing where it is not YAML: then that is its one fault. */
    public static Optional<Lined> read(Path file, List<Fault> faults) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(20);
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(0);
        try (Reader text = Files.newBufferedReader(file)) {
            Node root = new org.yaml.snakeyaml.Yaml(options).compose(text);
            if (root == null) {
                faults.add(new Fault(file, "it is empty"));
                return Optional.empty();
            }
            Reading reading = new Reading(new HashMap<>(), new ArrayList<>());
            JsonNode json = reading.value(root, "");
            return Optional.of(new Lined(file, json, reading.lines(), reading.twice()));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            faults.add(new Fault(file, line, "not YAML: " + e.getProblem()));
        } catch (IOException | RuntimeException e) {
            faults.add(new Fault(file, "cannot be read: " + e.getMessage()));
        }
        return Optional.empty();
    }

    /** Of a place that is not there: the line of what it would stand in. */
    public int line(String pointer) {
        Integer line = lines.get(pointer);
        int slash = pointer.lastIndexOf('/');
        return line != null ? line : slash < 0 ? 0 : line(pointer.substring(0, slash));
    }

    public Fault fault(String pointer, String reason) {
        return new Fault(file, line(pointer), reason);
    }

    private record Reading(Map<String, Integer> lines, List<String> twice) {

        JsonNode value(Node node, String pointer) {
            lines.put(pointer, node.getStartMark().getLine() + 1);
            if (node instanceof MappingNode mapping) {
                return object(mapping, pointer);
            }
            if (node instanceof SequenceNode sequence) {
                return array(sequence, pointer);
            }
            return scalar((ScalarNode) node);
        }

        private ObjectNode object(MappingNode mapping, String pointer) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
                int line = tuple.getKeyNode().getStartMark().getLine() + 1;
                String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                if (object.has(name)) {
                    twice.add(place);
                }
                object.set(name, value(tuple.getValueNode(), place));
                lines.put(place, line);
            }
            return object;
        }

        private ArrayNode array(SequenceNode sequence, String pointer) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(value(item, pointer + "/" + array.size()));
            }
            return array;
        }

        private static JsonNode scalar(ScalarNode scalar) {
            String text = scalar.getValue();
            Tag tag = scalar.getTag();
            try {
                // YAML 1.1 takes yes, no, on and off for truth; here they are words.
                if (tag.equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
                    return JsonNodeFactory.instance.booleanNode(text.equals("true"));
                }
                if (tag.equals(Tag.INT)) {
                    return JsonNodeFactory.instance.numberNode(new BigInteger(text));
                }
                if (tag.equals(Tag.FLOAT)) {
                    return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
                }
            } catch (NumberFormatException notPlain) {
                return JsonNodeFactory.instance.textNode(text);
            }
            return tag.equals(Tag.NULL) ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.textNode(text);
        }
    }
}
