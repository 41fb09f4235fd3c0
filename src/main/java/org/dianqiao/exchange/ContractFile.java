package org.dianqiao.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;

/** A contract as it stands in its file, where every place knows its line. */
record ContractFile(Path file, String text, JsonNode root, Map<String, Integer> lines) {

    static final String ENDING = ".schema.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static ContractFile read(Path file) {
        try {
            String text = Files.readString(file);
            return new ContractFile(file, text, JSON.readTree(text), lines(text));
        } catch (JsonProcessingException e) {
            throw new BadFiles(new Fault(file, e.getLocation().getLineNr(), "not JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new BadFiles(new Fault(file, "cannot be read: " + e.getMessage()));
        }
    }

    private static Map<String, Integer> lines(String text) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                JsonPointer place = parser.getParsingContext().pathAsPointer();
                lines.putIfAbsent(
                        place.toString(), parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    String fileName() {
        return file.getFileName().toString();
    }

    String contract() {
        return fileName().substring(0, fileName().length() - ENDING.length());
    }

    Fault fault(String pointer, String reason) {
        return new Fault(file, lines.getOrDefault(pointer, 0), reason);
    }

    /** Every value in the file that a member of this name has, with its place. */
    void each(String member, BiConsumer<String, JsonNode> visitor) {
        lines.keySet().stream()
                .filter(place -> place.endsWith("/" + member))
                .sorted()
                .forEach(place -> visitor.accept(place, root.at(place)));
    }
}
