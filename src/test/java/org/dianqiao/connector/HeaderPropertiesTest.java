package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/** What a signature in headers promises: nothing that it covers can be changed, added to, cut or moved elsewhere. */
class HeaderPropertiesTest {

    @Property
    void aChangedCharacterOfAnyCoveredHeaderIsRefused(
            @ForAll("signed") Signed signed,
            @ForAll @IntRange(max = 500) int place,
            @ForAll @CharRange(from = ' ', to = '~') char other) {
        String value = signed.value();
        Assume.that(!value.isEmpty());
        int at = place % value.length();
        Assume.that(value.charAt(at) != other);
        assertRefused(signed, value.substring(0, at) + other + value.substring(at + 1));
    }

    @Property
    void anAddedOrMissingCharacterOfAnyCoveredHeaderIsRefused(
            @ForAll("signed") Signed signed,
            @ForAll @IntRange(max = 500) int place,
            @ForAll @CharRange(from = ' ', to = '~') char other) {
        String value = signed.value();
        int at = place % (value.length() + 1);
        assertRefused(signed, value.substring(0, at) + other + value.substring(at));
        if (at < value.length()) {
            assertRefused(signed, value.substring(0, at) + value.substring(at + 1));
        }
    }

    @Property
    void nothingCanBeMovedFromOneHeaderIntoTheNext(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 30) String text, @ForAll boolean back) {
        Requester caller = Requester.says(Requester.tif(), tif("u1", text, "e1").headers());
        String moved = back ? text.substring(0, text.length() - 1) : text.substring(1);
        caller.saying("x-tif-uinfo", moved);
        caller.saying(
                back ? "x-tif-ext" : "x-tif-uid", back ? text.charAt(text.length() - 1) + "e1" : "u1" + text.charAt(0));
        assertThat(caller.refusal()).startsWith("bad-signature");
    }

    /** Whatever a stranger sends, the answer is a refusal, not an accident. */
    @Property
    void noTextIsTooStrangeToBeRefused(@ForAll("signed") Signed signed, @ForAll String text) {
        Assume.that(!text.equals(signed.value()));
        assertRefused(signed, text);
    }

    private record Signed(Requester caller, String header) {

        String value() {
            return caller.headers().get(header);
        }
    }

    @Provide
    Arbitrary<Signed> signed() {
        Arbitrary<Signed> national = Arbitraries.of("gjgxjhpt_rid", "gjgxjhpt_sid", "gjgxjhpt_rtime", "gjgxjhpt_sign")
                .map(header -> new Signed(Requester.signing(Requester.national()), header));
        Arbitrary<Signed> plain = Arbitraries.of("x-tif-paasid", "x-tif-timestamp", "x-tif-nonce", "x-tif-signature")
                .map(header -> new Signed(Requester.signing(Requester.tif()), header));
        Arbitrary<Signed> used = Arbitraries.of("x-tif-nonce", "x-tif-uid", "x-tif-uinfo", "x-tif-ext")
                .map(header -> new Signed(tif("u1", "{\"name\":\"x\",\"dept\":\"y\"}", ""), header));
        return Arbitraries.oneOf(national, plain, used);
    }

    private static Requester tif(String user, String details, String extension) {
        Requester caller = Requester.signing(Requester.tif());
        String signed = caller.headers().get("x-tif-nonce") + "," + user + "," + details + "," + extension;
        String time = caller.headers().get("x-tif-timestamp");
        return caller.saying("x-tif-uid", user)
                .saying("x-tif-uinfo", details)
                .saying("x-tif-ext", extension)
                .saying("x-tif-signature", Digests.sha256(time + "TESTTOKEN0123456789" + signed + time));
    }

    private static void assertRefused(Signed signed, String value) {
        Requester changed = Requester.says(
                        signed.caller().credentials(), signed.caller().headers())
                .saying(signed.header(), value);
        assertThat(changed.refusal()).as("%s: %s", signed.header(), value).doesNotStartWith("let in");
    }
}
