package org.dianqiao.files;

import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be used, all their faults at once. At start it ends the start; later the old version goes on. */
public class BadFiles extends RuntimeException {

    private final List<Fault> faults;

    public BadFiles(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public BadFiles(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
