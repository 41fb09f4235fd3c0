package org.dianqiao.sandbox.licences;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.dianqiao.sandbox.outside.Json;
import org.jspecify.annotations.Nullable;

/** A licence's metadata (GB/T 36903) under the names that systems give them. */
final class Surface {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private Surface() {}

    static ObjectNode of(Licence licence, LocalDate today) {
        ObjectNode data = Json.object()
                .put("cert_identifier", licence.identifier())
                .put("zzbs", licence.identifier())
                .put("zzmc", licence.kind().zh())
                .put("zzlxdm", licence.kind().code())
                .put("zzbh", licence.number())
                .put("zzbb", licence.version())
                .put("zzbfjg", licence.issuer().name())
                .put("zzbfjgdm", licence.issuer().code())
                .put("zzdyjg", licence.kind().definer())
                .put("zzdyjgdm", licence.kind().definerCode())
                .put("zzbfrq", day(licence.issued()))
                .put("zzyxqqsrq", day(licence.from()))
                .put("zzyxqjzrq", day(licence.until()))
                .put("czzt", licence.holder().name())
                .put("czztdm", licence.holder().code())
                .put("czztdmlx", licence.holder().codeTypeName())
                .put("czztdmlxdm", licence.holder().codeType())
                .put("zzzt", licence.standing(today).zh());
        licence.face().forEach(data::put);
        return data;
    }

    /** 长期 what has no end. */
    static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
