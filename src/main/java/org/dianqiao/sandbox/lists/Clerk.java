package org.dianqiao.sandbox.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dianqiao.sandbox.outside.Daemons;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;

/** Who leaves the list: the story's project, and one whose code was mistyped. */
final class Clerk implements AutoCloseable {

    private static final String NAME = "赋码项目清单202609.csv";
    private static final String LIST = """
            郑州市2026年9月赋码项目清单
            序号,项目代码,项目名称,建设单位,统一社会信用代码,建设地点,行政区划,总投资（万元）,赋码日期
            1,2609-410105-04-01-123459,中原·金水科创园一期,河南中原置业有限公司,91410100MA7K3D2F5N,郑州市金水区杨金路与鸿宝路交叉口东北角,410105,"35,000",2026年9月15日
            2,2609-410105-04-01-123450,中原·金水科创园二期,河南中原置业有限公司,91410100MA7K3D2F5N,郑州市金水区杨金路与鸿宝路交叉口西北角,410105,28000,2026/9/31
            """;

    private final Path list;
    private final Faults faults;
    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor(Daemons.named("clerk"));

    Clerk(Path folder, Faults faults) {
        this.list = folder.resolve(NAME);
        this.faults = faults;
    }

    void begin() throws IOException {
        byte[] bytes = LIST.getBytes(faults.has(Fault.GBK) ? Charset.forName("GBK") : StandardCharsets.UTF_8);
        if (faults.has(Fault.HALF_WRITTEN)) {
            int half = bytes.length / 2;
            Files.write(list, Arrays.copyOf(bytes, half));
            byte[] rest = Arrays.copyOfRange(bytes, half, bytes.length);
            threads.schedule(
                    () -> write(rest, StandardOpenOption.APPEND),
                    faults.slowness().toMillis(),
                    TimeUnit.MILLISECONDS);
        } else {
            Files.write(list, bytes);
        }
        if (faults.has(Fault.REPEATED_FILE)) {
            threads.scheduleWithFixedDelay(() -> again(bytes), 1, 1, TimeUnit.SECONDS);
        }
    }

    private void again(byte[] bytes) {
        if (!Files.exists(list)) {
            write(bytes, StandardOpenOption.CREATE_NEW);
        }
    }

    private void write(byte[] bytes, StandardOpenOption how) {
        try {
            Files.write(list, bytes, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
