package org.dianqiao.connector;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.dianqiao.sandbox.marketing.Marketing;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.dianqiao.sandbox.outside.Way;

/** The simulated marketing system in SOAP, with the keys that it hands out. */
abstract class WithPlaysInSoap extends WithMarketing {

    void playsInSoap(Faults faults) throws IOException {
        Path folder = Files.createDirectories(home().resolve("data/sandbox/marketing"));
        Way way = new Way(door("call-back-soap"), Duration.ofMillis(10), narration::add);
        Marketing marketing =
                Marketing.open(new Scene(new InetSocketAddress("127.0.0.1", 0), faults, folder, CLOCK), way);
        open.add(marketing);
        register(marketing.address());
    }

    @Override
    protected String spokenTo(URI system) {
        return """
            transport: soap, url: "%s/services/transformation", signature: ws-security, \
            secret: "sandbox:marketing/soap/password", keystore: data/sandbox/marketing/soap/gateway.p12, \
            certificates: data/sandbox/marketing/soap/system.pem\
            """.formatted(system);
    }
}
