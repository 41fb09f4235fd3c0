package org.dianqiao.sandbox;

import java.net.URI;
import java.util.Base64;
import java.util.List;

/** A signed message as a command that anybody can run. */
record CurlCommand(URI gateway, Message message, String file) {

    @Override
    public String toString() {
        Body body = message.body();
        boolean asItStands = message.parts().size() == 1 && !file.equals("-");
        String before =
                asItStands ? "" : "echo " + Base64.getEncoder().encodeToString(body.bytes()) + " | base64 -d | ";
        return before
                + String.join(
                        " \\\n  ",
                        List.of(
                                "curl -sS -i -X POST "
                                        + quoted(new Line(gateway)
                                                .service(message.manifest().service())
                                                .toString()),
                                header(Message.MANIFEST_HEADER, message.manifestHeader()),
                                header(Message.SIGNATURE_HEADER, message.signatureHeader()),
                                header("Content-Type", body.type()),
                                "--data-binary " + quoted(asItStands ? "@" + file : "@-")));
    }

    private static String header(String name, String value) {
        return "-H " + quoted(name + ": " + value);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
