package org.dianqiao.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The outside systems of the story, each with its own keys and its own address, speaking only the protocol. */
public final class Sandbox implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final ApprovalPlatform approval;
    private final Grid grid;
    private final TimestampAuthority timestamps;
    private final URI gateway;
    private final Duration pause;
    private final Clock clock;
    private final Narration narration;
    private final Thread player = Daemons.named("story").newThread(this::playOnceTheGatewayAnswers);

    /** Where the simulators listen, port 0 taking any, and how long they rest between two steps. */
    public record Setting(int gridPort, int approvalPort, int timestampPort, Duration pause) {

        /** The ports are those of the house's partners' files and its settings; the pause lets a visitor watch. */
        public static Setting usual() {
            return new Setting(9101, 9102, 9103, Duration.ofSeconds(1));
        }
    }

    private Sandbox(
            ApprovalPlatform approval,
            Grid grid,
            TimestampAuthority timestamps,
            URI gateway,
            Duration pause,
            Clock clock,
            Narration narration) {
        this.approval = approval;
        this.grid = grid;
        this.timestamps = timestamps;
        this.gateway = gateway;
        this.pause = pause;
        this.clock = clock;
        this.narration = narration;
    }

    /** The verb `sandbox`. */
    public static int run(String... args) {
        return SandboxCommand.run(args, System.out, System.err);
    }

    /** Starts the simulators where the house's partners' files expect them; the keys must have been made. */
    public static Sandbox start(Path sandboxFolder, URI gateway) {
        try {
            return start(sandboxFolder, gateway, Setting.usual(), Clock.systemUTC(), System.out);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot be started: " + e.getMessage(), e);
        }
    }

    public static Sandbox start(Path sandboxFolder, URI gateway, Setting setting, Clock clock, PrintStream out)
            throws IOException {
        Narration narration = new Narration(out);
        Post approvalPost = Post.of(ApprovalPlatform.ID, sandboxFolder, gateway, setting.approvalPort(), clock);
        Post gridPost = Post.of(Grid.ID, sandboxFolder, gateway, setting.gridPort(), clock);
        InetSocketAddress timestampAddress =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), setting.timestampPort());
        List<Runnable> opened = new ArrayList<>();
        try {
            ApprovalPlatform approval = ApprovalPlatform.open(approvalPost);
            opened.add(approval::close);
            Grid grid = Grid.open(gridPost, setting.pause(), narration);
            opened.add(grid::close);
            TimestampAuthority timestamps = TimestampAuthority.open(timestampAddress, sandboxFolder, clock);
            return new Sandbox(approval, grid, timestamps, gateway, setting.pause(), clock, narration);
        } catch (IOException e) {
            opened.forEach(Runnable::run);
            throw e;
        }
    }

    /** Plays the story on its own thread, as soon as the gateway answers. */
    public void play() {
        player.start();
    }

    public ApprovalPlatform approvalPlatform() {
        return approval;
    }

    public Grid grid() {
        return grid;
    }

    public TimestampAuthority timestampAuthority() {
        return timestamps;
    }

    @Override
    public void close() {
        player.interrupt();
        approval.close();
        grid.close();
        timestamps.close();
    }

    private void playOnceTheGatewayAnswers() {
        try {
            while (!gatewayAnswers()) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            new Story(approval, grid, clock, narration).play(pause);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean gatewayAnswers() {
        try {
            Signatories.told(gateway);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
