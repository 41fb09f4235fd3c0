package org.dianqiao.verifier;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where what stands in a bundle, and how long it can be at most. */
final class Layout {

    static final String MIMETYPE = "mimetype";
    static final String ENTRY = "ledger/entry.txt";
    static final String INCLUSION = "ledger/inclusion.json";
    static final String HEAD = "ledger/head.json";
    static final String STAMP = "ledger/head.tst";
    static final String BODY = "answer/body";
    static final String PARTS = "message/parts/";
    static final String FURTHER = "answer/parts/";
    static final String CERTIFICATES = "trust/certificates/";
    static final String LISTS = "trust/revocation/";

    static final int MOST_FILES = 512;
    static final int LARGEST_MANIFEST = 16 << 10;
    static final int LARGEST_SIGNATURE = 8 << 10;
    static final int LARGEST_PROOF = 16 << 10;
    static final int LARGEST_ENTRY = 1 << 10;
    static final int LARGEST_HEAD = 128 << 10;
    static final int LARGEST_STAMP = 64 << 10;
    static final int LARGEST_CERTIFICATE = 64 << 10;
    static final int LARGEST_LIST = 8 << 20;

    /** All revocation lists of a bundle together. */
    static final int ROOM_FOR_LISTS = 16 << 20;

    /** Of an answer's body as much is kept to be read as a receipt can have; the rest is only measured. */
    static final int KEPT_OF_BODY = 256 << 10;

    private static final Pattern BUNDLE = Pattern.compile("[0-9a-z]{1,40}\\.zip");
    private static final Pattern CERTIFICATE = Pattern.compile(CERTIFICATES + "[A-Za-z0-9][A-Za-z0-9._-]{0,127}\\.pem");
    private static final Pattern LIST = Pattern.compile(LISTS + "[A-Za-z0-9][A-Za-z0-9._-]{0,127}\\.crl");
    private static final Pattern STEP_ASIDE = Pattern.compile("(^|/)\\.{1,2}(/|$)|^/|//|\\\\|^[A-Za-z]:|\\p{Cntrl}");
    private static final Map<String, Integer> FILES = Map.ofEntries(
            Map.entry(MIMETYPE, 64),
            Map.entry("message/manifest.json", LARGEST_MANIFEST),
            Map.entry("message/signature.p7s", LARGEST_SIGNATURE),
            Map.entry("answer/manifest.json", LARGEST_MANIFEST),
            Map.entry("answer/signature.p7s", LARGEST_SIGNATURE),
            Map.entry("origin/manifest.json", LARGEST_MANIFEST),
            Map.entry("origin/signature.p7s", LARGEST_SIGNATURE),
            Map.entry(ENTRY, LARGEST_ENTRY),
            Map.entry(INCLUSION, LARGEST_PROOF),
            Map.entry(HEAD, LARGEST_HEAD),
            Map.entry(STAMP, LARGEST_STAMP));

    private static final Pattern DIGEST = Pattern.compile(".*/([0-9a-f]{64})\\.[a-z]+");

    private Layout() {}

    /** In a bundle of several: one of them. */
    static boolean isBundle(String name) {
        return BUNDLE.matcher(name).matches();
    }

    /** A part of the message, or one that goes along with a reply; any name that the protocol allows a part to have. */
    static boolean isPart(String name) {
        return isIn(PARTS, name) || isIn(FURTHER, name);
    }

    private static boolean isIn(String folder, String name) {
        return name.startsWith(folder) && name.length() > folder.length() && name.indexOf('/', folder.length()) < 0;
    }

    /** False for a file that is named by a digest, which is another's: it was damaged or swapped. */
    static boolean mayBeNamed(String name, byte[] der) {
        Matcher digest = DIGEST.matcher(name);
        return !digest.matches() || digest.group(1).equals(Sm3.hex(der));
    }

    /** How many bytes this file may have; empty for a name that no file of a bundle has. */
    static Optional<Integer> largest(String name) {
        if (CERTIFICATE.matcher(name).matches()) {
            return Optional.of(LARGEST_CERTIFICATE);
        }
        return LIST.matcher(name).matches() ? Optional.of(LARGEST_LIST) : Optional.ofNullable(FILES.get(name));
    }

    /** What is wrong with a name that no file of a bundle has. */
    static Note objection(String name) {
        if (STEP_ASIDE.matcher(name).find()) {
            return Flaw.UNSAFE_NAME.with(name);
        }
        if (isBundle(name)) {
            return Flaw.NESTED_ARCHIVE.with(name);
        }
        String plain = name.toLowerCase(Locale.ROOT).strip();
        boolean alike = FILES.containsKey(plain)
                || plain.startsWith(PARTS)
                || plain.startsWith(FURTHER)
                || plain.startsWith("trust/");
        return (alike && !plain.equals(name) ? Flaw.LOOK_ALIKE : Flaw.UNKNOWN_FILE).with(name);
    }

    /** Whether a program that unpacks could be led out of its folder by this name. */
    static boolean isUnsafe(String name) {
        return STEP_ASIDE.matcher(name).find();
    }
}
