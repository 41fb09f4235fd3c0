package org.dianqiao.doctor;

import static org.dianqiao.doctor.Finding.bad;
import static org.dianqiao.doctor.Finding.good;
import static org.dianqiao.doctor.Finding.note;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dianqiao.doctor.Finding.About;
import org.dianqiao.partner.Partner;

/** What a partner may say and hear. */
record Rights(Home home, Partner partner) {

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (partner.sends().isEmpty() && partner.receives().isEmpty()) {
            findings.add(bad(About.GRANT, "没有任何授权：既不能发送也不能接收", "nothing is granted: it may neither send nor receive"));
        } else {
            String sends = String.join(" ", partner.sends().keySet());
            String receives =
                    String.join(" ", partner.receives().stream().sorted().toList());
            findings.add(good(About.GRANT, "可发送 " + sends, "may send " + sends));
            findings.add(good(About.GRANT, "可接收 " + receives, "may receive " + receives));
        }
        if (partner.endpoint() == null && !partner.receives().isEmpty()) {
            findings.add(bad(
                    About.GRANT,
                    "文件里没有 endpoint，授权接收的报文无处可送",
                    "there is no endpoint, so what it may receive goes nowhere"));
        }
        if (home.tables().divisions().lacks(partner.region())) {
            findings.add(bad(
                    About.GRANT,
                    "行政区划表中没有 " + partner.region().text() + "，发给该区划的报文到不了它",
                    "its region " + partner.region().text() + " is not in the table of divisions"));
        }
        notCarried()
                .forEach(service -> findings.add(note(
                        About.GRANT, "本网关还没有开通服务 " + service, "this gateway does not carry `" + service + "` yet")));
        return findings;
    }

    private Stream<String> notCarried() {
        return Stream.concat(partner.sends().keySet().stream(), partner.receives().stream())
                .distinct()
                .sorted()
                .filter(service -> home.catalogue().find(service).isEmpty());
    }
}
