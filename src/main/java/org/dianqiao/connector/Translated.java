package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.dianqiao.codes.MappingFault;
import org.jspecify.annotations.Nullable;

/**
 * What a call means.
 *
 * @param asked what came, read but not yet understood; missing where it could not even be read
 * @param words `payload` as the service's contract has it, and where the dialect says so `case` and `purpose`
 * @param fault why it has no meaning for us
 */
public record Translated(
        Call call, JsonNode asked, JsonNode words, @Nullable MappingFault fault) {

    static Translated unread(Call call) {
        return new Translated(call, MissingNode.getInstance(), MissingNode.getInstance(), null);
    }
}
