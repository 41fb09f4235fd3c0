package org.dianqiao.exchange;

/** What we say in answer: its bytes, and what the answer's manifest says of them. */
public record Said(Part part, Content content) {

    static Said of(String type, byte[] bytes) {
        return new Said(Part.of("body", type, bytes), Content.of(bytes));
    }
}
