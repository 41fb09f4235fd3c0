package org.dianqiao.sandbox.licences;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dianqiao.sandbox.outside.Asked;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Reply;
import org.dianqiao.sandbox.outside.Secrets;
import org.jspecify.annotations.Nullable;

/** Links to files: good for ten minutes, and for one download. */
final class Links {

    static final String PATH = "/zzgxpt/download";

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final URI ELSEWHERE = URI.create("http://169.254.169.254/latest/meta-data/");
    private static final String OFD = "application/ofd";

    private final URI base;
    private final Faults faults;
    private final LicenceFile file;
    private final Clock clock;
    private final Map<String, Link> links = new LinkedHashMap<>();

    private record Link(Copy copy, Instant until) {}

    Links(URI base, Faults faults, LicenceFile file, Clock clock) {
        this.base = base;
        this.faults = faults;
        this.file = file;
        this.clock = clock;
    }

    synchronized URI to(Copy copy) {
        Instant now = clock.instant();
        links.values().removeIf(link -> now.isAfter(link.until()));
        String id = Secrets.random();
        if (!faults.has(Fault.USED_LINKS)) {
            links.put(id, new Link(copy, now.plus(LIFE)));
        }
        return faults.has(Fault.LINKS_ELSEWHERE) ? ELSEWHERE : base.resolve(PATH + "?id=" + id);
    }

    /** Whatever is wrong is said in words, as if it were the file. */
    Reply download(Asked asked) {
        Link link = taken(asked.parameter("id").orElse(""));
        if (link == null) {
            return Reply.text("下载链接无效或已被使用");
        }
        if (clock.instant().isAfter(link.until())) {
            return Reply.text("下载链接已过期");
        }
        return Reply.file(OFD, file.of(link.copy(), clock.instant()));
    }

    private synchronized @Nullable Link taken(String id) {
        return faults.has(Fault.SINGLE_USE) ? links.remove(id) : links.get(id);
    }
}
