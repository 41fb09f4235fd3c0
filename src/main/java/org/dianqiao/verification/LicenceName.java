package org.dianqiao.verification;

import java.util.Locale;

/**
 * By what a licence is known: its identifier, or what stands on it, which only the service that said so may take back. Numbers
 * are written in more than one way.
 */
record LicenceName(String text) {

    static LicenceName identifier(String identifier) {
        return new LicenceName("licence\n" + identifier);
    }

    static LicenceName number(String service, String type, String number) {
        String plain = number.replaceAll("\\s", "").replaceAll("[（〔［]", "(").replaceAll("[）〕］]", ")");
        return new LicenceName("licence by number\n" + service + "\n" + type + "\n" + plain);
    }

    static LicenceName holder(String service, String type, String idNo) {
        return new LicenceName("licence by holder\n" + service + "\n" + type + "\n" + idNo.toUpperCase(Locale.ROOT));
    }
}
