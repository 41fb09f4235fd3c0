package org.dianqiao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Office;
import org.dianqiao.Office.Response;
import org.dianqiao.Office.Visit;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.codes.LicenceIdentifier;
import org.dianqiao.codes.LicenceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Utilities of four provinces ask what they may want of a customer; registers of their own regions know, or do not. */
abstract class CheckingDocuments extends AtTheDoor {

    static final String XINMI = "410183";
    static final String ZOUPING = "371626";
    static final String YIXIAN = "341023";
    static final String JILIN = "220622";

    static final String FLAT = "410183001001GB00001F00010101";
    static final String CERTIFICATE = "豫(2024)新密市不动产权第0003344号";
    static final String LI = "41010519900307123X";
    static final String DEVELOPER = "91410100MA7K3D2F5N";
    static final String OWNER = "341002198512310028";
    static final String BUSINESS = "11100000MB0143028R001";
    static final String ESTATE = "11100000MB03271699001";

    private static final String ISSUER = "11410183MB1T00041M";
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final List<String> REGIONS = List.of(XINMI, ZOUPING, YIXIAN, JILIN);
    private static final List<Office> OFFICES = new ArrayList<>();

    /** What the registers say to each service; nothing: they are broken. */
    final Map<String, JsonNode> known = new ConcurrentHashMap<>();

    private final String caseId = UUID.randomUUID().toString();

    @BeforeAll
    static void opens() {
        REGIONS.forEach(region -> newcomer("grid." + region, """
                kind: utility
                region: "%s"
                utility: electricity
                sends:
                  - { service: documents.check, purposes: ["supply application"] }
                  - { service: ledger.evidence }
                receives: []
                """.formatted(region)));
        REGIONS.forEach(region -> OFFICES.add(office("registers." + region, """
                kind: registry
                region: "%s"
                receives: [identity.verify, enterprise.verify, licence.lookup, property.lookup]
                """.formatted(region))));
    }

    @AfterAll
    static void closes() {
        OFFICES.forEach(Office::close);
        OFFICES.clear();
    }

    @BeforeEach
    void knowEverything() {
        OFFICES.forEach(office -> office.visits().clear());
        answer(visit ->
                known.containsKey(service(visit)) ? Response.reply(known.get(service(visit))) : Response.unsigned(500));
        known.put("identity.verify", matching(true));
        known.put("enterprise.verify", registered("active"));
        known.put("property.lookup", units(LI, "现势"));
        known.put("licence.lookup", list("licences"));
    }

    static String service(Visit visit) {
        return visit.path().substring(visit.path().lastIndexOf('/') + 1);
    }

    static List<Visit> visits() {
        return OFFICES.stream().flatMap(office -> office.visits().stream()).toList();
    }

    static void answer(Office.Manner manner) {
        OFFICES.forEach(office -> office.manner(manner));
    }

    /** A resident of the flat who has shown their face. */
    static ObjectNode resident(String region) {
        ObjectNode question = question(region, "resident", "accepted");
        applicant(question, "person", "李卫东", "111", LI).put("faceToken", "FACE-LIWEIDONG-0001");
        question.putObject("site")
                .put("regionCode", region)
                .put("address", "花都大道6号1幢101室")
                .put("unitNo", FLAT);
        return question;
    }

    /** The developer, for a building that it owns. */
    static ObjectNode company(String region, String customerClass) {
        ObjectNode question = question(region, customerClass, "accepted");
        applicant(question, "enterprise", "河南中原置业有限公司", "001", DEVELOPER);
        question.putObject("site")
                .put("regionCode", region)
                .put("address", "花都大道6号")
                .put("certNo", CERTIFICATE);
        return question;
    }

    static ObjectNode question(String region, String customerClass, String stage) {
        ObjectNode question = Plots.object()
                .put("regionCode", region)
                .put("customerClass", customerClass)
                .put("stage", stage);
        question.putArray("offered");
        return question;
    }

    static ObjectNode applicant(ObjectNode question, String kind, String name, String idType, String idNo) {
        return question.putObject("applicant")
                .put("kind", kind)
                .put("name", name)
                .put("idType", idType)
                .put("idNo", idNo);
    }

    static ObjectNode offering(ObjectNode question, String... types) {
        List.of(types).forEach(question.withArray("offered")::add);
        return question;
    }

    Draft draft(ObjectNode question) {
        return query("grid." + question.path("regionCode").asText(), "documents.check", question)
                .put("purpose", "supply application")
                .put("case", caseId);
    }

    JsonNode checked(ObjectNode question) {
        Reply reply = accepted(post(draft(question)));
        return reply.json();
    }

    static ObjectNode matching(boolean face) {
        return Plots.object()
                .put("match", true)
                .put("faceMatch", face)
                .put("checkedBy", "police")
                .put("checkedAt", "2026-09-30T09:00:00Z");
    }

    static ObjectNode registered(String status) {
        ObjectNode found =
                Plots.object().put("found", true).put("name", "河南中原置业有限公司").put("status", status);
        found.putArray("warnings");
        return found;
    }

    static ObjectNode units(String owner, String status) {
        ObjectNode units = Plots.object();
        ObjectNode unit = units.putArray("units").addObject();
        unit.put("unitNo", FLAT).put("certNo", CERTIFICATE.replace("(", "（").replace(")", "）"));
        unit.putArray("owners")
                .addObject()
                .put("kind", "person")
                .put("name", "程雨薇")
                .put("idType", owner.startsWith("9") ? "001" : "111")
                .put("idNo", owner);
        unit.put("address", "河南省郑州市新密市花都大道6号1幢101室")
                .put("usage", "住宅")
                .put("areaM2", 96)
                .put("status", status);
        return units;
    }

    /** Of the developer. */
    static ObjectNode licence(String type, String number) {
        String serial = "2026%06d%06d".formatted(ProcessHandle.current().pid() % 1_000_000, SERIAL.incrementAndGet());
        ObjectNode licence = Plots.object()
                .put(
                        "identifier",
                        LicenceIdentifier.of(LicenceType.of(type), ISSUER, serial, 1)
                                .text())
                .put("type", type)
                .put("typeName", type.equals(BUSINESS) ? "营业执照" : "不动产权证书")
                .put("number", number)
                .put("issuer", "新密市市场监督管理局")
                .put("issuedOn", "2022-03-15")
                .put("status", "valid");
        licence.putObject("holder")
                .put("kind", "enterprise")
                .put("name", "河南中原置业有限公司")
                .put("idType", "001")
                .put("idNo", DEVELOPER);
        return licence;
    }

    static ObjectNode list(String name) {
        ObjectNode none = Plots.object();
        none.putArray(name);
        return none;
    }

    static void assertMode(JsonNode told, String mode, String rule) {
        assertThat(told.path("mode").asText() + " " + told.path("rule").asText())
                .as(told.toString())
                .isEqualTo(mode + " " + rule);
        assertThat(told.at("/citation/document").asText()).isNotBlank();
        assertThat(told.at("/citation/clause").asText()).isNotBlank();
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static List<String> each(JsonNode list, String... members) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> String.join(
                        " ",
                        List.of(members).stream()
                                .map(member -> one.path(member).asText())
                                .toList()))
                .toList();
    }
}
