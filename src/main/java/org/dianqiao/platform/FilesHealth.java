package org.dianqiao.platform;

import java.util.List;
import org.dianqiao.files.Fault;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Files that were not taken up: the version before goes on, and an operator must know. */
@Component("files")
class FilesHealth implements HealthIndicator {

    private static final Status OUT_OF_DATE = new Status("OUT_OF_DATE", "a changed file was not taken up");

    private final FileWatch watch;

    FilesHealth(FileWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        List<String> faults = watch.faults().stream().map(Fault::toString).toList();
        return faults.isEmpty()
                ? Health.up().build()
                : Health.status(OUT_OF_DATE).withDetail("faults", faults).build();
    }
}
