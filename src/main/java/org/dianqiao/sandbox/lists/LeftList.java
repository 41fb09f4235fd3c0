package org.dianqiao.sandbox.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A list that an office leaves in a folder of the gateway's machine, and what it finds beside it some time later. */
public record LeftList(Path folder, String name) {

    private static final String SUM = "行数据：";

    /** Under another name first, so that it is there whole or not at all. An older answer is none to this one. */
    public void leave(String rows) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(result());
        Path fresh = Files.writeString(folder.resolve("." + name), rows);
        Files.move(fresh, folder.resolve(name));
        Files.writeString(folder.resolve(name + ".done"), "");
    }

    /** What became of its rows, in the sentence that sums it up. */
    public Optional<String> answer() throws IOException {
        if (!Files.exists(result())) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(result())) {
            return lines.filter(line -> line.contains(SUM))
                    .map(line -> line.substring(line.lastIndexOf(',') + 1))
                    .findFirst();
        }
    }

    private Path result() {
        return folder.resolve(name.replaceFirst("\\.csv$", ".result.csv"));
    }
}
