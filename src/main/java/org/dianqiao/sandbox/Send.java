package org.dianqiao.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The verb `send`: one message by hand, signed, sent, its answer checked and told. */
public final class Send {

    private static final int ACCEPTED = 0;
    private static final int REFUSED = 1;
    private static final int NOT_SENT = 2;
    private static final int ATTEMPTS = 3;
    private static final String USAGE = """
        usage: send --as PARTNER SERVICE FILE   (FILE - reads the standard input)
          --query            ask; without it the service's name decides (.lookup, .verify, ... ask)
          --case NUMBER      what it is about; without it the payload's projectCode
          --to PARTNER  --purpose TEXT  --id ID
          --attach FILE      a further part, as often as needed
          --type MEDIA       what FILE is; without it its name decides
          --gateway URL      default http://127.0.0.1:8080
          --gateway-certificate FILE   default HOME/data/sandbox/gateway.pem
          --home DIR         default $DIANQIAO_HOME or here; keys are in HOME/data/sandbox/PARTNER
          --key FILE --certificate FILE, or --keystore FILE --password-file FILE
          --json             tell the answer as JSON
          --curl             print the signed message as a curl command instead of sending it\
        """;
    private static final Set<String> WITH_VALUE = Set.of(
            "--as",
            "--to",
            "--case",
            "--purpose",
            "--id",
            "--attach",
            "--type",
            "--gateway",
            "--gateway-certificate",
            "--home",
            "--key",
            "--certificate",
            "--keystore",
            "--password-file");
    private static final Set<String> FLAGS = Set.of("--query", "--json", "--curl");
    private static final Set<String> ASKING =
            Set.of("lookup", "verify", "check", "preview", "convert", "entry", "evidence", "report");

    private final Options options;
    private final InputStream in;

    private Send(Options options, InputStream in) {
        this.options = options;
        this.in = in;
    }

    /** 0: accepted; 1: refused; 2: it could not be sent, or the answer cannot be believed. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, System.in, out, err);
    }

    static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        if (List.of(args).contains("--help")) {
            out.println(USAGE);
            return ACCEPTED;
        }
        try {
            return new Send(Options.of(args, WITH_VALUE, FLAGS), in).send(out);
        } catch (Options.Misused misused) {
            err.println("用法有误 " + misused.getMessage() + "\n" + USAGE);
        } catch (NoSuchFileException e) {
            err.println("没有此文件 no such file: " + e.getMessage());
        } catch (IOException | Unsent e) {
            err.println("未能发送 not sent: " + e.getMessage());
        } catch (FalseAnswer e) {
            err.println("答复不可信 the answer cannot be believed: " + e.getMessage());
        }
        return NOT_SENT;
    }

    private int send(PrintStream out) throws IOException {
        Letter letter = letter();
        URI gateway = options.gateway();
        Identity identity = identity();
        if (options.has("--curl")) {
            Message message =
                    letter.signed(identity, Manifest.sent(Clock.systemUTC().instant()));
            out.println(new CurlCommand(gateway, message, file()));
            return ACCEPTED;
        }
        Desk desk = new Desk(identity, gateway, signatories(gateway), Clock.systemUTC(), ATTEMPTS);
        Answer answer = desk.send(letter);
        out.println(options.has("--json") ? Telling.json(answer) : Telling.text(answer, letter));
        return answer.accepted() ? ACCEPTED : REFUSED;
    }

    private Letter letter() throws IOException {
        String service = service();
        List<Part> parts = parts();
        Letter letter = Letter.of(service, kind(), parts)
                .to(options.value("--to").orElse(null))
                .about(options.value("--case").or(() -> project(parts.get(0))).orElse(null))
                .because(options.value("--purpose").orElse(null));
        return letter.id(options.value("--id").orElse(letter.id()));
    }

    /** What is no JSON is sent as it is: the gateway says what is wrong with it. */
    private static Optional<String> project(Part payload) {
        try {
            return Optional.ofNullable(
                            Json.read(payload.bytes()).path("projectCode").textValue())
                    .filter(code -> !code.isBlank());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String service() {
        if (options.words().size() != 2) {
            throw new Options.Misused("a service and a file are wanted, in this order");
        }
        String service = options.words().get(0);
        if (!service.matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*")) {
            throw new Options.Misused("not a service's name: " + service);
        }
        return service;
    }

    private String kind() {
        String service = service();
        boolean asks = ASKING.contains(service.substring(service.lastIndexOf('.') + 1));
        return asks || options.has("--query") ? "query" : "event";
    }

    private String file() {
        return options.words().get(1);
    }

    private List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        boolean standardInput = file().equals("-");
        byte[] payload = standardInput ? in.readAllBytes() : Files.readAllBytes(Path.of(file()));
        String type = MediaTypes.of(standardInput ? ".json" : file());
        parts.add(new Part("payload", options.value("--type").orElse(type), payload));
        for (String attached : options.all("--attach")) {
            Path file = Path.of(attached);
            parts.add(new Part(file.getFileName().toString(), MediaTypes.of(attached), Files.readAllBytes(file)));
        }
        return parts;
    }

    private Identity identity() throws IOException {
        String partner = options.required("--as");
        if (options.has("--keystore")) {
            Path keystore = Path.of(options.required("--keystore"));
            String password = Files.readString(Path.of(options.required("--password-file")));
            return Identity.open(partner, keystore, password.strip().toCharArray());
        }
        Path folder = options.sandboxFolder().resolve(partner);
        return Identity.open(
                partner,
                options.file("--key").orElse(folder.resolve("key.pem")),
                options.file("--certificate").orElse(folder.resolve("certificate.pem")));
    }

    /** Pinned where there is something to pin; else what the gateway says of itself. */
    private Signatories signatories(URI gateway) throws IOException {
        Path sandbox = options.sandboxFolder().resolve("gateway.pem");
        Path pinned = options.file("--gateway-certificate").orElse(sandbox);
        boolean told = !options.has("--gateway-certificate") && !Files.exists(pinned);
        return told ? Signatories.told(gateway) : Signatories.pinned(pinned);
    }
}
