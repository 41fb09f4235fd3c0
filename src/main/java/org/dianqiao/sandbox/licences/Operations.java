package org.dianqiao.sandbox.licences;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dianqiao.sandbox.outside.Asked;
import org.dianqiao.sandbox.outside.Json;
import org.dianqiao.sandbox.outside.Reply;

/** What the service can be asked for, each under its own name. */
final class Operations {

    private final Register register;
    private final Accounts accounts;
    private final Links links;
    private final Map<String, Function<Question, ObjectNode>> operations = Map.of(
            "queryCertInfoByHolderCode", this::infoByHolder,
            "downloadUrlsByHolderCode", this::urlsByHolder,
            "queryCertInfo", this::info,
            "downloadUrl", this::url,
            "queryCertInfoByQRcode", this::infoByQrCode,
            "queryCertInfosByVerifyTrx", this::infosByTransaction,
            "verifyCertInfo", this::verify,
            "verifyFile", this::verifyFile,
            "certRemark", this::remark);

    Operations(Register register, Accounts accounts, Links links) {
        this.register = register;
        this.accounts = accounts;
        this.links = links;
    }

    Reply answer(Asked asked) {
        try {
            Function<Question, ObjectNode> operation = operations.get(asked.what());
            if (operation == null || !asked.posted()) {
                throw new Denied(Status.OTHER, "没有这个接口：" + asked.method() + " " + asked.path());
            }
            ObjectNode envelope = asked.json().orElseThrow(() -> new Denied(Status.OTHER, "请求报文不是 JSON"));
            Question question = Question.of(envelope, accounts);
            return Envelope.done(question.account(), operation.apply(question));
        } catch (Denied denied) {
            return Envelope.denied(denied);
        }
    }

    private ObjectNode infoByHolder(Question question) {
        return infos(byHolder(question));
    }

    private ObjectNode urlsByHolder(Question question) {
        ObjectNode data = Json.object();
        ArrayNode urls = data.putArray("certData");
        for (Licence licence : byHolder(question)) {
            urls.add(link(licence, question));
        }
        return data;
    }

    private ObjectNode info(Question question) {
        question.cause();
        return info(register.byIdentifier(question.required("certIdentifier")), question);
    }

    private ObjectNode infoByQrCode(Question question) {
        question.cause();
        return info(register.byQrCode(question.required("qrcode")), question);
    }

    private ObjectNode infosByTransaction(Question question) {
        question.cause();
        return infos(register.byTransaction(question.required("trxId")).stream()
                .filter(licence -> question.account().kinds().contains(licence.kind()))
                .toList());
    }

    private ObjectNode url(Question question) {
        question.cause();
        Licence licence = question.permitted(register.byIdentifier(question.required("certIdentifier")));
        return link(licence, question);
    }

    private ObjectNode verify(Question question) {
        question.cause();
        return new Verification(register, question).result();
    }

    /** Few services compare a file with theirs. */
    private ObjectNode verifyFile(Question question) {
        question.cause();
        question.permittedKind();
        if (!question.required("contentType").equals("base64")) {
            throw new Denied(Status.NOT_BASE64);
        }
        question.required("content");
        throw new Denied(Status.NOT_OFFERED);
    }

    /** What the fields of a type of licence are called. */
    private ObjectNode remark(Question question) {
        String code = question.permittedKind();
        ObjectNode data = Json.object().put("certTypeCode", code);
        data.putObject("certData")
                .put("holder", "持证主体【必填项】")
                .put("holderCode", "持证主体代码【必填项】")
                .put("certNo", "证照编号【必填项】")
                .put("zzyxqjzrq", "证照有效期截止日期");
        return data;
    }

    private List<Licence> byHolder(Question question) {
        question.cause();
        return register.byHolder(question.holderCode(), question.permittedKind(), question.text("certNo"));
    }

    private ObjectNode info(Licence licence, Question question) {
        ObjectNode data = Json.object();
        data.set("certData", register.surface(register.answerFor(question.permitted(licence))));
        return data;
    }

    private ObjectNode infos(List<Licence> licences) {
        ObjectNode data = Json.object();
        ArrayNode list = data.putArray("certData");
        licences.forEach(licence -> list.add(register.surface(register.answerFor(licence))));
        return data;
    }

    private ObjectNode link(Licence licence, Question question) {
        if (register.standing(licence) == Standing.REVOKED) {
            throw new Denied(Status.OTHER, "该电子证照已废止");
        }
        Copy copy = new Copy(register.answerFor(licence), question.cause(), question.text("expiry"));
        return Json.object()
                .put("contentType", "http")
                .put("content", links.to(copy).toString())
                .put("certIdentifier", licence.identifier());
    }
}
