package org.dianqiao.certificate;

import java.util.SortedMap;

/**
 * The part of the typeface that one certificate shows.
 *
 * @param glyphs the number that each character's glyph has in it
 */
record Subset(String name, byte[] file, SortedMap<Integer, Integer> glyphs, Typeface typeface) {

    int glyph(int codePoint) {
        return glyphs.getOrDefault(codePoint, 0);
    }
}
