package org.dianqiao;

import java.util.Arrays;
import org.dianqiao.platform.Rotate;
import org.dianqiao.platform.Serve;
import org.dianqiao.sandbox.Sandbox;
import org.dianqiao.sandbox.Send;
import org.dianqiao.verifier.Verify;

/** One jar, its verbs. Without one it serves. */
public final class Dianqiao {

    private static final String USAGE = """
            java -jar dianqiao.jar [verb] [options]

              serve      the gateway (default)
              sandbox    the simulated outside systems alone, against a running gateway
              rotate     another key for what stands sealed in the database, while gateways run
              send       signs and sends one message as a partner, checks the answer and prints it
              verify     says what a bundle of evidence proves; needs nothing but the bundle and your roots
            """;

    private Dianqiao() {}

    public static void main(String... args) {
        String verb = args.length == 0 || args[0].startsWith("-") ? "serve" : args[0];
        String[] rest = args.length > 0 && verb.equals(args[0]) ? Arrays.copyOfRange(args, 1, args.length) : args;
        switch (verb) {
            case "serve" -> Serve.run(rest);
            case "sandbox" -> System.exit(Sandbox.run(rest));
            case "rotate" -> System.exit(Rotate.run(rest, System.out, System.err));
            case "send" -> System.exit(Send.run(rest, System.out, System.err));
            case "verify" -> System.exit(Verify.run(rest));
            case "help" -> System.out.print(USAGE);
            default -> {
                System.err.print("There is no verb `" + verb + "`.\n\n" + USAGE);
                System.exit(2);
            }
        }
    }
}
