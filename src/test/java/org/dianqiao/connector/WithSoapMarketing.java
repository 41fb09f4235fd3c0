package org.dianqiao.connector;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dianqiao.connector.wssecurity.Handwritten;
import org.dianqiao.connector.wssecurity.SoapSignature;
import org.dianqiao.connector.wssecurity.Supplier;

/** Jinan's marketing system as it was built twenty years ago: an ORDER as a string in SOAP, signed on both sides. */
abstract class WithSoapMarketing extends WithMarketing {

    static final Supplier THEIRS = Supplier.rsa("marketing.jinan");
    static final Supplier OURS = Supplier.rsa("gateway");

    private static final String PASSWORD = "TESTPASSWORD0123456789";
    private static final Pattern NUMBER = Pattern.compile("&lt;(preAppNo|msgNo)&gt;([^&]+)&lt;");

    PlayedSoapSystem answersInSoap() throws IOException {
        PlayedSoapSystem played = new PlayedSoapSystem();
        open.add(played);
        register(played.address());
        return played;
    }

    @Override
    protected String spokenTo(URI system) throws IOException {
        keep("secrets/marketing-keystore", (PASSWORD + "\n").getBytes());
        keep("secrets/marketing.p12", OURS.keystore(PASSWORD));
        String theirs = "certs/partners/" + utility() + "/ws-security/theirs.pem";
        keep(theirs, THEIRS.pem().getBytes());
        return """
            transport: soap, url: "%s", signature: ws-security, secret: "file:secrets/marketing-keystore", \
            keystore: secrets/marketing.p12, certificates: %s\
            """.formatted(system, theirs);
    }

    private static void keep(String path, byte[] content) throws IOException {
        Path file = home().resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /** Signed now by who supplies it. */
    static String says(String code, String numbered) {
        return says(
                THEIRS, "<ORDER><data><code>" + code + "</code><message>如实</message>" + numbered + "</data></ORDER>");
    }

    /** To this question, whose number it names. */
    static String saysTo(String asked, String code) {
        String name = numbered(asked).group(1);
        return says(code, "<" + name + ">" + numberIn(asked) + "</" + name + ">");
    }

    static String says(Supplier who, String order) {
        return handwritten(who, order).text();
    }

    static Handwritten handwritten(Supplier who, String order) {
        return new Handwritten(who, answer(order), CLOCK.instant());
    }

    static String answer(String order) {
        return "<m:transformationResponse xmlns:m=\"urn:marketing:esb\"><return>" + escaped(order)
                + "</return></m:transformationResponse>";
    }

    static String escaped(String order) {
        return order.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String numberIn(String envelope) {
        return numbered(envelope).group(2);
    }

    private static Matcher numbered(String envelope) {
        Matcher number = NUMBER.matcher(envelope.replace("&#13;", ""));
        if (!number.find()) {
            throw new IllegalArgumentException("no number in it");
        }
        return number;
    }

    /** Or a Refused. */
    static void isOurs(String envelope) {
        SoapSignature.check(
                envelope.getBytes(), List.of(OURS.certificate()), CLOCK.instant(), java.time.Duration.ofMinutes(5));
    }

    static URI soapCallBacks() {
        return gateway().resolve("/connect/v1/" + GRID_OF_JINAN + "/marketing/call-back-soap");
    }
}
