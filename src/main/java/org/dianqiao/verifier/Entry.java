package org.dianqiao.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** An entry of the ledger (存证): twelve lines, section 8 of the protocol. */
record Entry(
        String id,
        Instant at,
        String direction,
        String partner,
        String messageId,
        String kind,
        String service,
        String outcome,
        String manifest,
        String signature,
        String answer) {

    static final String NO_ANSWER = "-";

    private static final String SM3 = "[0-9a-f]{64}";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    private static final List<Pattern> LINES = List.of(
            Pattern.compile("dqx-entry/1"),
            Pattern.compile("[0-9a-z]{1,40}"),
            TIME,
            Pattern.compile("in|out"),
            Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}"),
            Pattern.compile("[A-Za-z0-9._-]{1,64}"),
            Pattern.compile("event|query"),
            Pattern.compile("[a-z][a-z0-9.-]{0,63}"),
            Pattern.compile("[a-z]+(-[a-z]+)*"),
            Pattern.compile(SM3),
            Pattern.compile(SM3),
            Pattern.compile(SM3 + "|" + NO_ANSWER));

    static Entry of(byte[] bytes) {
        String text = text(bytes);
        Malformed.unless(text.endsWith("\n"), "末行未以换行结束", "its last line is not ended");
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        Malformed.unless(lines.length == LINES.size(), "不是十二行", "it has not twelve lines");
        for (int i = 0; i < lines.length; i++) {
            Malformed.unless(
                    LINES.get(i).matcher(lines[i]).matches(),
                    "第 " + (i + 1) + " 行不合格式",
                    "line " + (i + 1) + " is not in its form");
        }
        return new Entry(
                lines[1],
                time(lines[2]),
                lines[3],
                lines[4],
                lines[5],
                lines[6],
                lines[7],
                lines[8],
                lines[9],
                lines[10],
                lines[11]);
    }

    boolean in() {
        return direction.equals("in");
    }

    boolean answered() {
        return !answer.equals(NO_ANSWER);
    }

    /** As entries and heads write it. */
    static Instant time(String text) {
        try {
            Malformed.unless(TIME.matcher(text).matches(), "时间不合格式", "a time that is not in its form");
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Malformed("不是有效时刻", "a time that is no moment of the calendar");
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("不是 UTF-8", "it is not UTF-8");
        }
    }
}
