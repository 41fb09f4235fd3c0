package org.dianqiao.connector.front;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Text that lost its meaning on the way 乱码. GBK that was taken for Latin letters is a run of accented ones (which is not what
 * somebody masks or measures with: ×, ·, °, ±), UTF-8 that was
 * taken for GBK is Chinese that nobody wrote: put back into GBK its bytes are whole Chinese characters of UTF-8 again,
 * which those of true text never are for long.
 */
final class Garbled {

    private static final Charset GBK = Charset.forName("GBK");
    private static final int MOST_BYTES = 2;
    private static final Pattern BROKEN = Pattern.compile(
            "[\\uFFFD\\uE000-\\uF8FF\\p{Cc}&&[^\\t\\n\\x0B\\f\\r]]|锟斤拷|[\\u0080-\\u00FF&&[^\\u00A0°±·×]]{4}");
    private static final Pattern CHINESE = Pattern.compile("(?s).*\\p{IsHan}.*\\p{IsHan}.*");
    private static final Pattern NOTHING_STRANGE =
            Pattern.compile("(?s)[\\x00-\\x7F\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF]*");

    private Garbled() {}

    /** Most columns are codes, which nothing can happen to. */
    static boolean is(String text) {
        return !isAscii(text) && (BROKEN.matcher(text).find() || isUtf8ReadAsGbk(text));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    /** Nearly every text is true, and most of it no UTF-8: nothing is thrown for it. */
    private static boolean isUtf8ReadAsGbk(String text) {
        if (!CHINESE.matcher(text).matches()) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * MOST_BYTES);
        if (GBK.newEncoder().encode(CharBuffer.wrap(text), bytes, true).isError()) {
            return false;
        }
        CharBuffer meant = CharBuffer.allocate(bytes.flip().remaining());
        return !StandardCharsets.UTF_8.newDecoder().decode(bytes, meant, true).isError()
                && CHINESE.matcher(meant.flip()).matches()
                && NOTHING_STRANGE.matcher(meant).matches();
    }
}
