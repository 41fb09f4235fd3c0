package org.dianqiao.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
public record LinedJson(Path file, JsonNode root, Map<String, Integer> lines, List<String> twice) {

    /** Nothing where it is empty or not YAML: then that is its one fault. */
    public static Optional<LinedJson> read(Path file, List<Fault> faults) {
        int before = faults.size();
        Optional<Node> root = Yaml.compose(file, faults);
        if (root.isEmpty() && faults.size() == before) {
            faults.add(new Fault(file, "it is empty"));
        }
        try {
            return root.map(node -> of(file, node));
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(file, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static LinedJson of(Path file, Node root) {
        Reading reading = new Reading(new HashMap<>(), new ArrayList<>());
        JsonNode json = reading.value(root, "");
        return new LinedJson(file, json, reading.lines(), reading.twice());
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

    private static final int LONGEST_NAME = 200;

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
                if (name.length() > LONGEST_NAME) {
                    // Every place below it repeats it.
                    throw new IllegalArgumentException(
                            "a member's name is longer than " + LONGEST_NAME + " characters");
                }
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
