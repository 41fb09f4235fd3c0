package org.dianqiao.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * One question to a register, and what its answer means for a paper.
 *
 * @param document the paper that it may take the place of
 */
record Lookup(String document, String service, JsonNode payload, Function<JsonNode, Testimony> meaning) {}
