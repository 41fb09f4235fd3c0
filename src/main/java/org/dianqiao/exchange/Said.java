package org.dianqiao.exchange;

import java.util.List;
import java.util.stream.Stream;

/** What we say in answer: its bytes, and what the answer's manifest says of them. */
public record Said(Part part, Content content) {

    /** In their order. */
    static List<Said> all(Said body, List<Said> further) {
        return Stream.concat(Stream.of(body), further.stream()).toList();
    }

    /** The same bytes under another name and type. */
    public Said as(String name, String type) {
        return new Said(new Part(name, type, part.length(), part.sm3(), false), content);
    }

    static Said of(String type, byte[] bytes) {
        return named("body", type, bytes);
    }

    public static Said named(String name, String type, byte[] bytes) {
        return new Said(Part.of(name, type, bytes), Content.of(bytes));
    }
}
