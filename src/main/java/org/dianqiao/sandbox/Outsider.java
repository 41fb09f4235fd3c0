package org.dianqiao.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.dianqiao.sandbox.approval.ApprovalExchange;
import org.dianqiao.sandbox.approval.Project;
import org.dianqiao.sandbox.licences.LicenceService;
import org.dianqiao.sandbox.licences.SealKey;
import org.dianqiao.sandbox.lists.ProjectList;
import org.dianqiao.sandbox.marketing.Marketing;
import org.dianqiao.sandbox.national.NationalPlatform;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Secrets;
import org.dianqiao.sandbox.outside.Simulator;
import org.dianqiao.sandbox.outside.Way;
import org.jspecify.annotations.Nullable;

/** An outside system that speaks no protocol of ours but its own dialect. */
public enum Outsider {
    LICENCE_SERVICE(9201, List.of("access-token"), LicenceService.faults()),
    NATIONAL_PLATFORM(9202, List.of("app-key"), NationalPlatform.faults()),
    MARKETING(9203, List.of("call-back-token"), Marketing.faults()),
    APPROVAL_EXCHANGE(9204, List.of(), ApprovalExchange.faults()),
    PROJECT_LIST(9206, List.of("password"), ProjectList.faults());

    private final int port;
    private final List<String> secrets;
    private final Set<Fault> possible;

    Outsider(int port, List<String> secrets, Set<Fault> possible) {
        this.port = port;
        this.secrets = secrets;
        this.possible = possible;
    }

    /**
     * Who is on the other side.
     *
     * @param certificate of who gets encrypted answers
     * @param way to the gateway, if a system is to tell it something by itself
     * @param narration hears what a system does by itself
     */
    public record Caller(Path certificate, @Nullable Way way, Consumer<String> narration) {}

    /** Those that the sandbox as a whole begins with. A database is started in its own chapter, so that nobody waits for it. */
    static List<Outsider> together() {
        return Arrays.stream(values())
                .filter(outsider -> outsider != APPROVAL_EXCHANGE)
                .toList();
    }

    public static Outsider of(String word) {
        return Arrays.stream(values())
                .filter(outsider -> outsider.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no outside system is `" + word + "`; they are "
                        + Arrays.stream(values()).map(Outsider::word).collect(Collectors.joining(", "))));
    }

    /** Begins to answer; the sandbox's keys must have been made. */
    public Simulator open(Path sandboxFolder, InetSocketAddress address, Faults faults, Clock clock, Caller caller)
            throws IOException {
        Path own = sandboxFolder.resolve(word());
        Scene scene = new Scene(address, faults, own, clock);
        return switch (this) {
            case LICENCE_SERVICE -> LicenceService.open(scene, sealKey(own), callersKey(caller.certificate()));
            case NATIONAL_PLATFORM -> NationalPlatform.open(scene, caller.way());
            case MARKETING -> Marketing.open(scene, caller.way());
            case PROJECT_LIST -> ProjectList.open(scene);
            case APPROVAL_EXCHANGE -> ApprovalExchange.open(scene, Project.XUCHANG, caller.narration());
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int port() {
        return port;
    }

    Set<Fault> possible() {
        return possible;
    }

    /** Partners' files refer to them before it begins to answer. */
    void makeSecrets(Path sandboxFolder) throws IOException {
        Secrets shared = new Secrets(sandboxFolder.resolve(word()));
        for (String secret : secrets) {
            shared.of(secret);
        }
    }

    private static SealKey sealKey(Path folder) throws IOException {
        return new SealKey(
                SandboxKeys.key(folder.resolve("key.pem")), Pem.certificate(folder.resolve("certificate.pem")));
    }

    private static ECPublicKeyParameters callersKey(Path certificate) throws IOException {
        if (PublicKeyFactory.createKey(Pem.certificate(certificate).getSubjectPublicKeyInfo())
                instanceof ECPublicKeyParameters key) {
            return key;
        }
        throw new IOException(certificate + " has no SM2 key");
    }
}
