package org.dianqiao.verifier;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each in its form or refused by name. */
record Fields(Map<?, ?> members) {

    static final Pattern SM3 = Pattern.compile("[0-9a-f]{64}");

    static Fields of(byte[] json, int deepest) {
        return of(Json.read(json, deepest));
    }

    static Fields of(@Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return new Fields(members);
        }
        throw new Malformed("应为 JSON 对象", "no object where one belongs");
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new Malformed("`" + name + "` 缺失或不是文本", "`" + name + "` is missing or no text");
    }

    String text(String name, Pattern form, int longest) {
        String text = text(name);
        Malformed.unless(
                text.length() <= longest && form.matcher(text).matches(),
                "`" + name + "` 不合格式",
                "`" + name + "` is not in its form");
        return text;
    }

    Optional<String> maybe(String name, Pattern form, int longest) {
        return has(name) ? Optional.of(text(name, form, longest)) : Optional.empty();
    }

    /** A number that counts something. */
    BigInteger count(String name) {
        if (members.get(name) instanceof BigInteger number && number.signum() >= 0) {
            return number;
        }
        throw new Malformed("`" + name + "` 不是非负整数", "`" + name + "` is no whole number from 0");
    }

    /** One that a machine can count to. */
    long number(String name) {
        BigInteger count = count(name);
        Malformed.unless(count.bitLength() < Long.SIZE, "`" + name + "` 过大", "`" + name + "` is too large");
        return count.longValue();
    }

    List<?> list(String name) {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw new Malformed("`" + name + "` 不是数组", "`" + name + "` is no array");
    }

    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw new Malformed("`" + name + "` 不是真假值", "`" + name + "` is not true or false");
    }
}
