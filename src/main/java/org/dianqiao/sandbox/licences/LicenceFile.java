package org.dianqiao.sandbox.licences;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.dianqiao.sandbox.licences.Licence.Party;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;

/** A licence as a file, sealed by who issued it, marked with what this copy is for. */
final class LicenceFile {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int BIG = 20 << 20;

    private final SealKey key;
    private final Faults faults;
    private final Map<Party, Seal> seals = new ConcurrentHashMap<>();

    LicenceFile(SealKey key, Faults faults) {
        this.key = key;
        this.faults = faults;
    }

    byte[] of(Copy copy, Instant at) {
        Licence licence = copy.licence();
        Seal seal = seals.computeIfAbsent(licence.issuer(), office -> Seal.of(office.name(), office.code(), key));
        OfdFile file = new OfdFile(licence.identifier(), licence.kind().zh(), LocalDate.ofInstant(at, CHINA));
        file.page(lines(licence), mark(copy, at));
        if (licence.big()) {
            file.attach("plans.dat", plans());
        }
        byte[] sealed = file.sealed(seal, at);
        return faults.has(Fault.TAMPERED) ? file.changed() : sealed;
    }

    private static Map<String, String> lines(Licence licence) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("证照标识", licence.identifier());
        lines.put("证照编号", licence.number());
        lines.put("持证主体", licence.holder().name());
        lines.put(licence.holder().codeTypeName(), licence.holder().code());
        licence.face().forEach(lines::put);
        lines.put("颁发机构", licence.issuer().name());
        lines.put("颁发日期", licence.issued().toString());
        return lines;
    }

    private static String mark(Copy copy, Instant at) {
        String until = copy.expiry().isEmpty() ? "" : "，有效期至 " + copy.expiry();
        return "加注件 " + LocalDate.ofInstant(at, CHINA) + "：" + copy.cause() + until;
    }

    /** Nothing that could be compressed, and always the same. */
    private static byte[] plans() {
        byte[] plans = new byte[BIG];
        new SplittableRandom(BIG).nextBytes(plans);
        return plans;
    }
}
