package org.dianqiao.codes;

/** The check characters of ISO 7064 that Chinese identifiers end with. Separators are passed over. */
final class CheckCharacter {

    private CheckCharacter() {}

    /** MOD 11,10 for digits (modulus 10) and MOD 37,36 for digits and letters (modulus 36). */
    static char hybrid(String text, int from, int to, int modulus) {
        int product = modulus;
        for (int i = from; i < to; i++) {
            int value = Character.digit(text.charAt(i), modulus);
            if (value >= 0) {
                int sum = (product + value) % modulus;
                product = 2 * (sum == 0 ? modulus : sum) % (modulus + 1);
            }
        }
        return letter((modulus + 1 - product) % modulus);
    }

    /** MOD 11-2, where ten is written X. */
    static char mod11And2(String digits, int to) {
        int product = 0;
        for (int i = 0; i < to; i++) {
            product = (product + digits.charAt(i) - '0') * 2 % 11;
        }
        int check = (12 - product) % 11;
        return check == 10 ? 'X' : letter(check);
    }

    private static char letter(int value) {
        return Character.toUpperCase(Character.forDigit(value, 36));
    }
}
