package org.dianqiao.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The sandbox's keys in a folder, and those who use them. */
record Town(Path keys) {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-15T01:30:00Z"), ZoneOffset.UTC);

    static Town in(Path folder) throws IOException {
        SandboxKeys.make(folder, CLOCK);
        return new Town(folder);
    }

    Identity gateway() throws IOException {
        char[] password = Files.readString(keys.resolve("gateway.password")).toCharArray();
        return Identity.open("gateway", keys.resolve("gateway.p12"), password);
    }

    Identity approvalPlatform() throws IOException {
        return Identity.open(ApprovalPlatform.ID, keys.resolve(ApprovalPlatform.ID));
    }

    Signatories pinned(String file) throws IOException {
        return Signatories.pinned(keys.resolve(file));
    }

    /** A gateway of which only the protocol's outside is real: it accepts what the approval platform sends. */
    Counter gatewayCounter(Clerk clerk) throws IOException {
        return Counter.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                gateway(),
                pinned(ApprovalPlatform.ID + "/certificate.pem"),
                clerk,
                CLOCK);
    }

    Desk desk(URI gateway, int attempts) throws IOException {
        return new Desk(approvalPlatform(), gateway, pinned("gateway.pem"), CLOCK, attempts);
    }

    static URI base(Counter counter) {
        return counter.endpoint().resolve("/");
    }
}
