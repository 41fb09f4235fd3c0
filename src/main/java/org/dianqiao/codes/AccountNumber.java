package org.dianqiao.codes;

/**
 * A customer's account with a utility 户号. A text: it may begin with noughts, and they count. It has no check character. A
 * number of the form before a renumbering is suspect, for the utility alone knows what became of it.
 */
public record AccountNumber(AccountProfile profile, String text) {

    public AccountNumber {
        check(profile, text).admit(text);
    }

    public static Check check(AccountProfile profile, String text) {
        if (profile.present().isEmpty()) {
            return anyForm(text);
        }
        boolean former =
                !profile.former().isEmpty() && text.length() == profile.former().length();
        return former ? former(profile, text) : new Shape(profile.present()).check(text);
    }

    private static Check former(AccountProfile profile, String text) {
        int present = profile.present().length();
        return new Shape(profile.former())
                .check(text)
                .and(() -> Check.suspect(
                        0,
                        "为换号前的旧户号，现行户号为 " + present + " 位",
                        "a number from before the renumbering; today's have " + present + " characters"));
    }

    private static Check anyForm(String text) {
        if (text.isEmpty() || text.length() > AccountProfile.MOST) {
            return Check.wrong(0, "应为 1 至 32 个字符", "1 to 32 characters are expected");
        }
        for (int i = 0; i < text.length(); i++) {
            if (!Shape.isDigitOrLetter(text.charAt(i)) && text.charAt(i) != '-') {
                return Check.wrong(i + 1, "应为数字、大写字母或“-”", "a digit, a capital letter or `-` is expected");
            }
        }
        return Check.valid();
    }
}
