package org.dianqiao;

import java.util.Arrays;
import java.util.Set;
import org.dianqiao.doctor.Doctor;
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
              sandbox    the simulated outside systems, against a running gateway; or one of them alone (--only)
              doctor     what is wrong with the connection to a partner, in one sentence each
              rotate     another key for what stands sealed in the database, while gateways run
              send       signs and sends one message as a partner, checks the answer and prints it
              verify     says what a bundle of evidence proves; needs nothing but the bundle and your roots

            Each verb tells its options with --help. Settings: --dianqiao.home=DIR and the others of operations.md.
            """;

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    private Dianqiao() {}

    public static void main(String... args) {
        if (args.length > 0 && HELP.contains(args[0])) {
            System.out.print(USAGE);
            return;
        }
        String verb = args.length == 0 || args[0].startsWith("-") ? "serve" : args[0];
        String[] rest = args.length > 0 && verb.equals(args[0]) ? Arrays.copyOfRange(args, 1, args.length) : args;
        switch (verb) {
            case "serve" -> serve(rest);
            case "sandbox" -> System.exit(Sandbox.run(rest));
            case "doctor" -> System.exit(Doctor.run(rest, System.out, System.err));
            case "rotate" -> System.exit(Rotate.run(rest, System.out, System.err));
            case "send" -> System.exit(Send.run(rest, System.out, System.err));
            case "verify" -> System.exit(Verify.run(rest));
            default -> {
                System.err.print("There is no verb `" + verb + "`.\n\n" + USAGE);
                System.exit(2);
            }
        }
    }

    private static void serve(String... args) {
        if (HELP.stream().anyMatch(Arrays.asList(args)::contains)) {
            System.out.print(USAGE);
        } else {
            Serve.run(args);
        }
    }
}
