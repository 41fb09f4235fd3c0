package org.dianqiao.platform;

import java.util.List;
import org.dianqiao.files.Fault;
import org.dianqiao.files.Watched;
import org.springframework.stereotype.Component;

/** Called by the clock: looks whether the operator's files have changed. */
@Component
public class FileWatch {

    private final List<Watched<?>> watched;

    public FileWatch(List<Watched<?>> watched) {
        this.watched = watched;
    }

    public void refresh() {
        watched.forEach(Watched::refresh);
    }

    public List<Fault> faults() {
        return watched.stream().flatMap(one -> one.faults().stream()).toList();
    }
}
