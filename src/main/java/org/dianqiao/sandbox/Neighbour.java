package org.dianqiao.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.dianqiao.sandbox.approval.ApprovalExchange;
import org.dianqiao.sandbox.approval.Project;
import org.dianqiao.sandbox.lists.LeftList;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Simulator;
import org.jspecify.annotations.Nullable;

/** 许昌, whose offices do not speak the protocol: its platform exchanges rows, its commission leaves a list each month. */
final class Neighbour implements AutoCloseable {

    private static final String LIST = """
            许昌市2026年9月赋码项目清单
            项目代码,项目名称,建设单位,统一社会信用代码,建设地点,行政区划,总投资（万元）,赋码日期
            2609-411003-04-01-217003,中原·许昌科创园一期,河南中原置业有限公司,91410100MA7K3D2F5N,许昌市建安区永宁街与昌盛路交叉口西北角,411003,"52,000",2026年9月15日
            2609-411003-04-01-217011,中原·许昌科创园二期,河南中原置业有限公司,91410100MA7K3D2F5N,许昌市建安区永宁街与昌盛路交叉口东北角,411003,31000,2026/9/18
            2609-411003-04-01-217020,中原·许昌科创园三期,河南中原置业有限公司,91410100MA7K3D2F5N,许昌市建安区永宁街与尚集街交叉口东北角,411003,28000,2026/9/31
            """;

    private final Path folder;
    private final LeftList list;
    private final int port;
    private final Stage stage;
    private @Nullable Simulator front;
    private boolean closed;

    /** `folder`: the sandbox's, in the gateway's data; lists lie beside it. */
    Neighbour(Path folder, int port, Stage stage) {
        this.folder = folder;
        this.list =
                new LeftList(folder.toAbsolutePath().resolveSibling("lists").resolve("xuchang"), "赋码项目清单202609.csv");
        this.port = port;
        this.stage = stage;
    }

    /** Rows are written from now on, each told, and so is what is written back. */
    synchronized Simulator exchangeRows() throws IOException {
        if (closed) {
            throw new IOException("the sandbox is closed");
        }
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        Path own = folder.resolve(Outsider.APPROVAL_EXCHANGE.word());
        Scene scene = new Scene(address, Faults.none(), own, stage.clock());
        front = ApprovalExchange.open(
                scene, Project.XUCHANG, line -> stage.narration().say("许昌前置库 " + line));
        return front;
    }

    LeftList leaveTheList() throws IOException {
        list.leave(LIST);
        return list;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (front != null) {
            front.close();
        }
    }
}
