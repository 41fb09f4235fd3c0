package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.dianqiao.sandbox.Answer.Kind;
import org.jspecify.annotations.Nullable;

/** Reads an answer to one message and believes nothing that is not signed, but the refusals that cannot be. */
record Reading(Message asked, Signatories gateway, Line.Response response) {

    private static final Set<String> UNSIGNED = Set.of(
            "malformed",
            "unknown-sender",
            "bad-signature",
            "bad-certificate",
            "throttled",
            "unavailable",
            "unknown-path",
            "wrong-method");

    Answer answer() {
        try {
            return response.manifest() == null ? unsigned() : signed();
        } catch (IOException e) {
            throw new FalseAnswer("HTTP " + response.status() + ": " + e.getMessage(), e);
        }
    }

    private Answer unsigned() throws IOException {
        require(response.status() >= 400, "the answer is not signed");
        ObjectNode problem = Json.read(response.body());
        require(UNSIGNED.contains(problem.path("code").asText()), "the refusal is not signed");
        return new Answer(response.status(), Kind.REFUSAL, null, List.of(), problem, null, null);
    }

    private Answer signed() throws IOException {
        byte[] bytes = decoded(Message.MANIFEST_HEADER, response.manifest());
        Signatory signer = gateway.of(bytes, decoded(Message.SIGNATURE_HEADER, response.signature()))
                .orElseThrow(() -> new IOException("the answer is not signed by the gateway"));
        Manifest manifest = Manifest.read(bytes);
        requireAnswerTo(asked.manifest(), manifest);
        List<Part> parts = new Body(response.type(), response.body()).parts(manifest.parts());
        Kind kind = kind(manifest);
        ObjectNode json = json(parts);
        requireReceiptOf(asked, kind, json);
        return new Answer(response.status(), kind, manifest, parts, json, response.entry(), signer);
    }

    private static void requireAnswerTo(Manifest question, Manifest answer) throws IOException {
        require(question.id().equals(answer.replyTo()), "the answer is to another message");
        require(question.from().equals(answer.to()), "the answer is to another partner");
        require(question.service().equals(answer.service()), "the answer is of another service");
    }

    private Kind kind(Manifest answer) throws IOException {
        int status = response.status();
        boolean event = asked.manifest().kind().equals("event");
        if (answer.kind().equals("refusal") && status >= 400) {
            return Kind.REFUSAL;
        }
        if (answer.kind().equals("receipt") && event && (status == 202 || status == 200)) {
            return Kind.RECEIPT;
        }
        require(answer.kind().equals("reply") && !event && status == 200, "a " + answer.kind() + " does not fit");
        return Kind.REPLY;
    }

    private static void requireReceiptOf(Message asked, Kind kind, ObjectNode json) throws IOException {
        if (kind == Kind.RECEIPT) {
            String manifest = json.path("manifest").asText();
            require(manifest.equals(Sm3.hex(asked.manifestBytes())), "the receipt is for other bytes");
        }
    }

    private static ObjectNode json(List<Part> parts) throws IOException {
        boolean json = !parts.isEmpty() && parts.get(0).type().matches("application/([a-z.+-]+\\+)?json.*");
        return json ? Json.read(parts.get(0).bytes()) : Json.object();
    }

    private static byte[] decoded(String name, @Nullable String value) throws IOException {
        if (value == null) {
            throw new IOException(name + " is missing");
        }
        try {
            return Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            throw new IOException(name + " is not base64", e);
        }
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
