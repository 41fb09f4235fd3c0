package org.dianqiao.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.cert.X509CertificateHolder;

/** An answer for the one who sent by hand. */
final class Telling {

    private Telling() {}

    static String text(Answer answer, Letter letter) {
        List<String> lines = new ArrayList<>();
        switch (answer.kind()) {
            case RECEIPT -> receipt(answer, lines);
            case REPLY -> reply(answer, lines);
            case REFUSAL -> refusal(answer, lines);
        }
        lines.add(line("报文 message", letter.id()));
        if (answer.entry() != null) {
            lines.add(line("账本 entry", answer.entry()));
        }
        lines.add(line("签名 signed by", signer(answer)));
        return String.join("\n", lines);
    }

    static String json(Answer answer) {
        ObjectNode json = Json.object()
                .put("status", answer.status())
                .put("kind", answer.kind().name().toLowerCase(Locale.ROOT))
                .put("entry", answer.entry());
        if (answer.signedBy() != null) {
            json.put("signedBy", answer.signedBy().certificate().getSubject().toString());
        }
        return json.set("body", answer.json()).toPrettyString();
    }

    private static void receipt(Answer answer, List<String> lines) {
        lines.add(answer.repeated() ? "已受理 ACCEPTED before; this is the first receipt" : "已受理 ACCEPTED");
        lines.add(line("时间 accepted", answer.json().path("accepted").asText()));
    }

    private static void reply(Answer answer, List<String> lines) {
        lines.add("已答复 ANSWERED");
        for (Part part : answer.parts()) {
            lines.add(line("内容 part", part.name() + ", " + part.type() + ", " + part.bytes().length + " bytes"));
        }
        if (!answer.json().isEmpty()) {
            lines.add(answer.json().toPrettyString());
        }
    }

    private static void refusal(Answer answer, List<String> lines) {
        lines.add("退回 REFUSED " + answer.status() + " " + answer.code());
        lines.add(line("原因 why", answer.title()));
        lines.add(line("怎么办", answer.detail()));
        if (!answer.advice().isEmpty()) {
            lines.add(line("what to do", answer.advice()));
        }
        for (Answer.Violation error : answer.errors()) {
            lines.add(line(error.pointer().isEmpty() ? "/" : error.pointer(), error.message()));
        }
    }

    private static String signer(Answer answer) {
        if (answer.signedBy() == null) {
            return "未签名 nobody; a refusal this early is not signed";
        }
        X509CertificateHolder certificate = answer.signedBy().certificate();
        return certificate.getSubject() + ", 序列号 serial "
                + certificate.getSerialNumber().toString(16) + ", 签名有效 the signature holds";
    }

    private static String line(String label, String value) {
        return "  " + label + ": " + value;
    }
}
