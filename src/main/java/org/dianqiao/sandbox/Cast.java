package org.dianqiao.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.dianqiao.sandbox.Department.Workshop;
import org.dianqiao.sandbox.Outsider.Caller;
import org.dianqiao.sandbox.outside.Daemons;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Simulator;
import org.dianqiao.sandbox.outside.Way;

/** All who are played, at their counters: all of them or none. */
final class Cast implements AutoCloseable {

    private static final int THREADS = 8;

    private final Path folder;
    private final URI gateway;
    private final Setting setting;
    private final Stage stage;
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, Daemons.named("departments"));
    private final List<Runnable> opened = new ArrayList<>(List.of(threads::shutdownNow));
    private final Map<String, Grid> grids = new LinkedHashMap<>();
    private final Map<String, Department> departments = new LinkedHashMap<>();
    private final Map<String, Reader> readers = new LinkedHashMap<>();
    private final Map<String, Counter> counters = new LinkedHashMap<>();
    private final ApprovalPlatform approval;
    private final TimestampAuthority timestamps;
    private final Optional<Neighbour> neighbour;

    Cast(Path folder, URI gateway, Setting setting, Stage stage) throws IOException {
        this.folder = folder;
        this.gateway = gateway;
        this.setting = setting;
        this.stage = stage;
        try {
            approval = openApproval();
            for (Utility utility : Utility.ALL) {
                open(utility);
            }
            Workshop workshop = new Workshop(threads, stage);
            for (Office office : Office.ALL) {
                open(office, workshop);
            }
            for (Reader.Place place : Reader.Place.ALL) {
                open(place);
            }
            for (Outsider outsider : Outsider.together()) {
                open(outsider);
            }
            timestamps = openTimestamps();
            neighbour = enterNeighbour();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    ApprovalPlatform approval() {
        return approval;
    }

    TimestampAuthority timestamps() {
        return timestamps;
    }

    Optional<Neighbour> neighbour() {
        return neighbour;
    }

    Map<String, Grid> grids() {
        return grids;
    }

    Map<String, Department> departments() {
        return departments;
    }

    Map<String, Reader> readers() {
        return readers;
    }

    /** All counters, by the partner's id. */
    Map<String, Counter> counters() {
        return counters;
    }

    @Override
    public void close() {
        opened.forEach(Runnable::run);
    }

    private ApprovalPlatform openApproval() throws IOException {
        ApprovalPlatform platform = ApprovalPlatform.open(post(ApprovalPlatform.ID));
        enter(ApprovalPlatform.ID, platform.counter(), platform::close);
        return platform;
    }

    private void open(Utility utility) throws IOException {
        Grid grid = Grid.open(utility, post(utility.id()), stage);
        enter(utility.id(), grid.counter(), grid::close);
        grids.put(utility.id(), grid);
    }

    private void open(Office office, Workshop workshop) throws IOException {
        Department department = Department.open(office, post(office.id()), setting.temper(office.id()), workshop);
        enter(office.id(), department.counter(), department::close);
        departments.put(office.id(), department);
    }

    private void open(Reader.Place place) throws IOException {
        Reader reader = Reader.open(place, post(place.id()), stage.narration());
        enter(place.id(), reader.counter(), reader::close);
        readers.put(place.id(), reader);
    }

    private void open(Outsider outsider) throws IOException {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", setting.port(outsider.word()));
        Simulator simulator = outsider.open(folder, address, Faults.none(), stage.clock(), caller(outsider));
        opened.add(simulator::close);
    }

    /** Of those together the marketing system alone speaks first. */
    private Caller caller(Outsider outsider) {
        Way callBacks = new Way(PowerChapter.callBacks(gateway), stage.pause(), line -> stage.narration()
                .say("国网河南营销系统 marketing " + line));
        return new Caller(folder.resolve("gateway.pem"), outsider == Outsider.MARKETING ? callBacks : null, line -> {});
    }

    private TimestampAuthority openTimestamps() throws IOException {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", setting.port(Setting.TIMESTAMPS));
        TimestampAuthority authority = TimestampAuthority.open(address, folder, stage.clock());
        opened.add(authority::close);
        return authority;
    }

    private Optional<Neighbour> enterNeighbour() {
        Optional<Neighbour> entered = setting.neighbourPort().map(port -> new Neighbour(folder, port, stage));
        entered.ifPresent(each -> opened.add(each::close));
        return entered;
    }

    private void enter(String id, Counter counter, Runnable close) {
        counters.put(id, counter);
        opened.add(close);
    }

    private Post post(String partner) throws IOException {
        return Post.of(partner, folder, gateway, setting.port(partner), stage.clock());
    }
}
