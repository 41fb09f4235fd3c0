package org.dianqiao.codes;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A value that a mapping cannot take, which is the fault of who sent it. The sentences never repeat the value. */
public final class MappingFault extends RuntimeException {

    private final String field;
    private final String zh;
    private final String en;
    private final boolean missing;
    private final @Nullable JsonNode value;

    private MappingFault(
            String field, String zh, String en, boolean missing, @Nullable JsonNode value, @Nullable Throwable cause) {
        super((field.isEmpty() ? "" : field + ": ") + zh + " (" + en + ")", cause);
        this.field = field;
        this.zh = zh;
        this.en = en;
        this.missing = missing;
        this.value = value;
    }

    static MappingFault of(String zh, String en, Throwable cause) {
        return new MappingFault("", zh, en, false, null, cause);
    }

    static MappingFault of(String zh, String en) {
        return new MappingFault("", zh, en, false, null, null);
    }

    /** What came is not even in the notation that it should be in. */
    public static MappingFault unreadable(RuntimeException cause) {
        return of("不是规范的 JSON：" + cause.getMessage(), "it is not strict JSON: " + cause.getMessage(), cause);
    }

    /** What is in its right form, and yet cannot be. `field`: a JSON Pointer into what came. */
    public static MappingFault at(String field, String zh, String en) {
        return new MappingFault(field, zh, en, false, null, null);
    }

    /** What came cannot even be opened. */
    public static MappingFault sealed(String field, String zh, String en) {
        return new MappingFault(field, zh, en, false, null, null);
    }

    /** Of a value whose place is found when it is known in what it stands. */
    static MappingFault of(JsonNode value, String zh, String en) {
        return new MappingFault("", zh, en, false, value, null);
    }

    static MappingFault missing(String name) {
        return new MappingFault(name, "必填项未填", "is required and missing", true, null, null);
    }

    /** The same, with the place of its value in what was to be mapped. */
    public MappingFault in(JsonNode input) {
        return value == null ? this : new MappingFault(Pointers.of(value, input), zh, en, missing, null, this);
    }

    /** A JSON Pointer into what came, or the name of what is missing; empty where it is the whole. */
    public String field() {
        return field;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public boolean isMissing() {
        return missing;
    }
}
