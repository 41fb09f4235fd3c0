package org.dianqiao.codes;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;

/**
 * From one form to another, and nothing else: the same in, the same out, on every machine and day.
 *
 * @param name its file, `marketing/pre-application`
 * @param version the first twelve digits of the SM3 digest of the file and of all that it imports, in their order
 */
public record Mapping(String name, String version, Expression expression) {

    private static final int DEEPEST = 100;

    /** What the sender is to blame for is a MappingFault. Whoever changes what comes out may change what went in. */
    public JsonNode apply(JsonNode input) {
        if (isDeeper(input, DEEPEST)) {
            throw MappingFault.of("嵌套过深", "it is nested too deeply");
        }
        try {
            JsonNode output = expression.apply(input);
            refuseInexact(output);
            return output;
        } catch (MappingFault fault) {
            throw fault.in(input);
        } catch (JsltException e) {
            throw unfit(e);
        } catch (IndexOutOfBoundsException e) {
            throw unfit(e); // a slice of a text that ends before it
        } catch (StackOverflowError e) {
            throw new IllegalStateException(name + " calls itself without end", e);
        }
    }

    /** The language's own sentence repeats the value. */
    private MappingFault unfit(RuntimeException e) {
        String line = e instanceof JsltException known && known.getLine() > 0 ? ":" + known.getLine() : "";
        return MappingFault.of("内容与 " + name + line + " 不符", "it does not fit " + name + line, e);
    }

    private static boolean isDeeper(JsonNode node, int most) {
        if (most == 0) {
            return node.isContainerNode();
        }
        for (JsonNode child : node) {
            if (isDeeper(child, most - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Only the sum of two fractions makes one; read or written, a number is exact. */
    private void refuseInexact(JsonNode node) {
        if (node.isDouble()) {
            throw new IllegalStateException(name + " adds fractions, which is not exact");
        }
        node.forEach(this::refuseInexact);
    }
}
