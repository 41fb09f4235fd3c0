package org.dianqiao.exchange;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.catalogue.Service;
import org.dianqiao.codes.Region;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.EntryId;
import org.dianqiao.ledger.Signed;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partner.Grant;
import org.dianqiao.partner.Partners;

/**
 * What a message must pass before anything is done because of it, in the protocol's order.
 *
 * <p>One check of that order is not here: whether the id was accepted before. It is asked when a later check has failed
 * ({@link RefusalSteps}) or when the id turns out to be bound on recording ({@link ExchangeStore#bind}). The answer is
 * the same as if it had been asked in its place, and a message seen for the first time, which is nearly every one, is
 * spared a question to the database.
 */
public final class Checks {

    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final int AT_ONCE = 128;

    private final Signatures signatures;
    private final Watched<Partners> partners;
    private final Catalogue catalogue;
    private final Contracts contracts;
    private final List<Scrutiny> scrutinies;
    private final Rates rates;
    private final Places places = new Places(AT_ONCE);
    private final Parts parts;
    private final Clock clock;
    private final String ourId;

    public Checks(
            Signatures signatures,
            Watched<Partners> partners,
            Catalogue catalogue,
            Contracts contracts,
            List<Scrutiny> scrutinies,
            Rates rates,
            Parts parts,
            Clock clock,
            String ourId) {
        this.signatures = signatures;
        this.partners = partners;
        this.catalogue = catalogue;
        this.contracts = contracts;
        this.scrutinies = scrutinies;
        this.rates = rates;
        this.parts = parts;
        this.clock = clock;
        this.ourId = ourId;
    }

    /** 1 to 4: it is a message, its sender is known, the signature holds, the certificate is theirs and good. */
    Opened open(Posted arrival) {
        byte[] manifestBytes = decoded(arrival, "DQ-Manifest", Manifests.LARGEST);
        byte[] signature = decoded(arrival, "DQ-Signature", Signatures.LARGEST);
        arrival.refuseTwice("Content-Type");
        Manifest manifest = manifest(manifestBytes, arrival.service());
        Partner sender = sender(manifest);
        Signed signed = new Signed(manifestBytes, signature);
        signatures.check(signed, sender.id(), clock.instant());
        return new Opened(manifest, signed, sender, arrival);
    }

    /** Who spoke was seen at the edge; the signature is our own. */
    Opened open(Attested arrival) {
        Manifest manifest = arrival.manifest();
        return new Opened(manifest, arrival.signed(), sender(manifest), arrival);
    }

    private Partner sender(Manifest manifest) {
        return partners.current()
                .find(manifest.from())
                .orElseThrow(() -> new Refused(Code.UNKNOWN_SENDER, "没有登记名为 " + manifest.from() + " 的单位。"));
    }

    /** 5 and 6: the service exists, and the sender may use it in this way and for this purpose. */
    Service permit(Opened opened) {
        Manifest manifest = opened.manifest();
        Service service = catalogue
                .find(manifest.service())
                .orElseThrow(() -> new Refused(Code.UNKNOWN_SERVICE, "没有名为 " + manifest.service() + " 的服务。"));
        Grant grant = opened.sender()
                .grant(opened.arrival().grantedAs())
                .orElseThrow(() -> forbidden("贵单位未获准使用服务 " + service.name() + "。"));
        if (!manifest.kind().name().equals(service.kind().name())) {
            throw forbidden("服务 " + service.name() + " 的 kind 应为 "
                    + Kind.valueOf(service.kind().name()).word() + "。");
        }
        if (manifest.to() != null && !isReceiver(manifest.to())) {
            throw forbidden("to 所写的 " + manifest.to() + " 不是已登记的单位。");
        }
        if (service.wantsPurpose() && !grant.allows(manifest.purpose())) {
            throw forbidden("查询个人信息须在 purpose 中写明已获准的用途。");
        }
        return service;
    }

    private boolean isReceiver(String id) {
        return id.equals(ourId) || partners.current().find(id).isPresent();
    }

    /** 8 to 10: sent in time, not too large, not too fast. */
    void admit(Opened opened, Service service) {
        Instant now = clock.instant();
        Instant sent = opened.manifest().sent();
        if (sent.isAfter(now.plus(AHEAD)) || sent.isBefore(now.minus(service.maxAge()))) {
            throw new Refused(Code.STALE, "sent 与网关时间相差过大：请校准时钟，用新的 sent 重新签名后再发。");
        }
        if (opened.manifest().length() > service.limit()) {
            throw new Refused(Code.TOO_LARGE, "本服务一份报文最多 " + service.limit() + " 字节。");
        }
        // A question that follows from another has its place and its share of the rate with that one.
        if (service.name().equals(opened.arrival().grantedAs())) {
            takePlace(opened);
        }
    }

    private void takePlace(Opened opened) {
        opened.arrival()
                .untilAnswered(places.take(opened.sender().id())
                        .orElseThrow(() -> Refused.later(Code.THROTTLED, "同时发送的报文过多，请在 1 秒后重试。", 1)));
        if (opened.arrival().isFetched()) {
            return;
        }
        int wait = rates.take(opened.sender());
        if (wait > 0) {
            throw Refused.later(Code.THROTTLED, "发送过快，请在 " + wait + " 秒后重试。", wait);
        }
        opened.arrival().paid();
    }

    /** 11 to 13: the parts are those of the manifest, the payload fits its contract, its region is the sender's. */
    Message read(Opened opened, Service service) {
        List<Content> contents = parts.read(opened.manifest(), service, opened.arrival());
        JsonNode payload = service.contractIfAny()
                .map(contract -> payload(service, contract, contents, opened.manifest()))
                .orElseGet(Message::noPayload);
        service.regions().forEach(pointer -> refuseForeignRegion(opened.sender(), pointer, payload));
        Instant now = clock.instant();
        String to = opened.manifest().to();
        return new Message(opened, service, ourId.equals(to) ? null : to, EntryId.at(now), now, contents, payload);
    }

    /** A repeat costs nothing: what it took from the rate is given back. */
    void giveBack(Opened opened) {
        if (opened.arrival().isPaid()) {
            rates.giveBack(opened.sender());
        }
    }

    private static byte[] decoded(Posted arrival, String header, int most) {
        String text = arrival.header(header).orElseThrow(() -> new Refused(Code.MALFORMED, "缺少请求头 " + header + "。"));
        try {
            byte[] bytes = Wire.bytes(text);
            if (bytes.length > 0 && bytes.length <= most) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Refused(Code.MALFORMED, "请求头 " + header + " 不是单行的标准 base64。");
        }
        throw new Refused(Code.MALFORMED, "请求头 " + header + " 解码后应为 1 至 " + most + " 字节。");
    }

    private static Manifest manifest(byte[] bytes, String serviceOfPath) {
        Manifest manifest;
        try {
            manifest = Manifests.read(bytes);
        } catch (IllegalArgumentException e) {
            throw new Refused(Code.MALFORMED, "清单不符合 DQX/1：" + e.getMessage());
        }
        if (!manifest.service().equals(serviceOfPath)) {
            throw new Refused(Code.MALFORMED, "清单的 service 与请求路径不一致。");
        }
        if (!manifest.kind().opens()) {
            throw new Refused(Code.MALFORMED, "单位只能发送 event 或 query。");
        }
        return manifest;
    }

    private JsonNode payload(Service service, String contract, List<Content> contents, Manifest manifest) {
        if (contents.isEmpty()) {
            throw Refused.violating("", "缺少报文内容：清单的第一个部件应为 JSON");
        }
        if (contents.get(0).uploadedAs() != null) {
            throw Refused.violating("", "报文内容（清单的第一个部件）须随报文发送，不能是先前上传的部件");
        }
        JsonNode payload;
        try {
            payload = StrictJson.readPayload(contents.get(0).bytes());
        } catch (IllegalArgumentException e) {
            throw Refused.violating("", "报文内容不是规范的 JSON：" + e.getMessage());
        }
        List<Violation> violations = violations(service, contract, payload, manifest);
        if (!violations.isEmpty()) {
            throw Refused.violating(violations);
        }
        return Attestation.struckFrom(payload);
    }

    /** Those of form, and those of meaning at the places whose form is right. */
    private List<Violation> violations(Service service, String contract, JsonNode payload, Manifest manifest) {
        List<Violation> violations = new ArrayList<>(contracts.violations(contract, payload));
        Set<String> places = violations.stream().map(Violation::pointer).collect(Collectors.toSet());
        scrutinies.stream()
                .filter(scrutiny -> scrutiny.service().equals(service.name()))
                .flatMap(scrutiny -> scrutiny.faults(payload, manifest.parts()).stream())
                .filter(violation -> !places.contains(violation.pointer()))
                .forEach(violations::add);
        return violations;
    }

    private static void refuseForeignRegion(Partner sender, JsonPointer pointer, JsonNode payload) {
        Region.spokenOf(payload.at(pointer).asText(""))
                .filter(region -> !sender.actsFor(region.text()))
                .ifPresent(region -> {
                    throw forbidden("贵单位不负责行政区划 " + region.text() + " 的业务。");
                });
    }

    static Refused forbidden(String detail) {
        return new Refused(Code.NOT_PERMITTED, detail);
    }
}
