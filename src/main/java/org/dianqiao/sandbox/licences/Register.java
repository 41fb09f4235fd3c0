package org.dianqiao.sandbox.licences;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Sm3;

/** The licences, and how they are found. */
final class Register {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String TRANSACTION = "TRX20260915000001";
    private static final String CONSENTING = "41010519900307123X";

    private final List<Licence> licences;
    private final Faults faults;
    private final Clock clock;

    Register(Faults faults, Clock clock) {
        this.licences = Shelf.on(LocalDate.ofInstant(clock.instant(), CHINA));
        this.faults = faults;
        this.clock = clock;
    }

    List<Licence> all() {
        return licences;
    }

    Licence byIdentifier(String identifier) {
        return only(licence -> licence.identifier().equals(identifier));
    }

    Licence byQrCode(String code) {
        return only(licence -> qrCode(licence).equals(code));
    }

    List<Licence> byHolder(String holderCode, String kind, String number) {
        return some(licence -> licence.holder().code().equals(holderCode)
                && licence.kind().code().equals(kind)
                && (number.isEmpty() || licence.number().equals(number)));
    }

    /** What a holder has agreed to on the telephone: all that is his. */
    List<Licence> byTransaction(String transaction) {
        return some(licence ->
                transaction.equals(TRANSACTION) && licence.holder().code().equals(CONSENTING));
    }

    /** What stands in a licence's two-dimensional code. */
    static String qrCode(Licence licence) {
        return Sm3.name(licence.identifier());
    }

    static String transaction() {
        return TRANSACTION;
    }

    ObjectNode surface(Licence licence) {
        ObjectNode data = Surface.of(licence, today());
        if (faults.has(Fault.WRONG_CHECK)) {
            data.put("cert_identifier", wrong(licence.identifier())).put("zzbs", wrong(licence.identifier()));
        }
        return data;
    }

    Standing standing(Licence licence) {
        return licence.standing(today());
    }

    /** What may be looked into only by who has asked for it, or for another when answers are swapped. */
    Licence answerFor(Licence licence) {
        int place = licences.indexOf(licence);
        return faults.has(Fault.SWAPPED) ? licences.get((place + 1) % licences.size()) : licence;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    private Licence only(Predicate<Licence> wanted) {
        return some(wanted).get(0);
    }

    private List<Licence> some(Predicate<Licence> wanted) {
        List<Licence> found = licences.stream().filter(wanted).toList();
        if (found.isEmpty()) {
            throw new Denied(Status.NOT_FOUND);
        }
        return found;
    }

    private static String wrong(String identifier) {
        char check = identifier.charAt(identifier.length() - 1);
        return identifier.substring(0, identifier.length() - 1) + (check == 'A' ? 'B' : 'A');
    }
}
