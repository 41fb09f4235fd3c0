package org.dianqiao.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.sandbox.outside.Daemons;

/** The outside systems of the story, each with its own keys and its own address, speaking only the protocol. */
public final class Sandbox implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final Cast cast;
    private final Stage stage;
    private final URI gateway;
    private final Thread player = Daemons.named("story").newThread(this::playOnceTheGatewayAnswers);

    private Sandbox(Cast cast, Stage stage, URI gateway) {
        this.cast = cast;
        this.stage = stage;
        this.gateway = gateway;
    }

    /** The verb `sandbox`. */
    public static int run(String... args) {
        return SandboxCommand.run(args, System.out, System.err);
    }

    /** Starts the simulators where the house's partners' files expect them; the keys must have been made. */
    public static Sandbox start(Path sandboxFolder, URI gateway, Map<String, Temper> tempers) {
        try {
            return start(sandboxFolder, gateway, Setting.usual().tempers(tempers), Clock.systemUTC(), System.out);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot be started: " + e.getMessage(), e);
        }
    }

    public static Sandbox start(Path sandboxFolder, URI gateway, Setting setting, Clock clock, PrintStream out)
            throws IOException {
        Stage stage = new Stage(clock, setting.pause(), new Narration(out), new Numbers(clock));
        return new Sandbox(new Cast(sandboxFolder, gateway, setting, stage), stage, gateway);
    }

    /** Plays the story on its own thread, as soon as the gateway answers. */
    public void play() {
        player.start();
    }

    public ApprovalPlatform approvalPlatform() {
        return cast.approval();
    }

    /** The utility of the story's plot. */
    public Grid grid() {
        return grid(Grid.ID);
    }

    public Grid grid(String id) {
        return played(cast.grids(), id);
    }

    public Department department(String id) {
        return played(cast.departments(), id);
    }

    /** Of a partner who only reads what it is told, and asks. */
    Desk desk(String reader) {
        return played(cast.readers(), reader).desk();
    }

    Optional<Neighbour> neighbour() {
        return cast.neighbour();
    }

    public TimestampAuthority timestampAuthority() {
        return cast.timestamps();
    }

    /** The counter of any simulated partner. */
    public Counter counter(String partner) {
        return played(cast.counters(), partner);
    }

    @Override
    public void close() {
        player.interrupt();
        cast.close();
    }

    private static <T> T played(Map<String, T> those, String id) {
        return Optional.ofNullable(those.get(id))
                .orElseThrow(() -> new IllegalArgumentException(id + " is not played; " + those.keySet() + " are"));
    }

    private void playOnceTheGatewayAnswers() {
        try {
            while (!gatewayAnswers()) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
            new Story(this, stage).play();
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
