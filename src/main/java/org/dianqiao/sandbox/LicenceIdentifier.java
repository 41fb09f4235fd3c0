package org.dianqiao.sandbox;

/** 电子证照标识 by GB/T 36904: type, issuer, serial number, version, and a check character over them. */
final class LicenceIdentifier {

    private static final String ROOT = "1.2.156.3005.2";
    private static final int LETTERS = 36;

    private LicenceIdentifier() {}

    /** In its first version. */
    static String of(String type, String issuer, String serial) {
        String checked = type + "." + issuer + "." + serial + ".001";
        return ROOT + "." + checked + "." + checkCharacter(checked.replace(".", ""));
    }

    /** ISO 7064, MOD 37,36. */
    private static char checkCharacter(String text) {
        int product = LETTERS;
        for (int i = 0; i < text.length(); i++) {
            int sum = (product + Character.digit(text.charAt(i), LETTERS)) % LETTERS;
            product = 2 * (sum == 0 ? LETTERS : sum) % (LETTERS + 1);
        }
        return Character.toUpperCase(Character.forDigit((LETTERS + 1 - product) % LETTERS, LETTERS));
    }
}
