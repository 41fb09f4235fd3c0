package org.dianqiao.doctor;

import static org.dianqiao.doctor.Finding.bad;
import static org.dianqiao.doctor.Finding.good;
import static org.dianqiao.doctor.Finding.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
            findings.add(granted("发送", "send", partner.sends().keySet()));
            findings.add(granted("接收", "receive", partner.receives()));
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

    private static Finding granted(String zh, String en, Set<String> services) {
        String named = String.join(" ", new TreeSet<>(services));
        return services.isEmpty()
                ? good(About.GRANT, "不可" + zh + "任何报文", "may " + en + " nothing")
                : good(About.GRANT, "可" + zh + " " + named, "may " + en + " " + named);
    }

    private Stream<String> notCarried() {
        return Stream.concat(partner.sends().keySet().stream(), partner.receives().stream())
                .distinct()
                .sorted()
                .filter(service -> home.catalogue().find(service).isEmpty());
    }
}
