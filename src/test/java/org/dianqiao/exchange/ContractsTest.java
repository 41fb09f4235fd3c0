package org.dianqiao.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dianqiao.exchange.Contracts.Violation;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODE_ASSIGNED = """
        {
          "projectCode": "2609-410105-04-01-123459",
          "projectName": "中原·金水科创园一期",
          "regionCode": "410105",
          "owner": {"kind": "enterprise", "name": "河南中原置业有限公司", "idType": "001",
                    "idNo": "91410100MA7K3D2F5N", "phone": "13700000371"},
          "site": {"regionCode": "410105", "address": "河南省郑州市金水区杨金路与鸿宝路交叉口东北角", "lon": 113.7316, "lat": 34.8325,
                   "unitNo": "450103001001GB00001F00010001"},
          "assignedAt": "2026-09-30T09:00:00+08:00",
          "industryCode": "K7010",
          "plannedStart": "2027-03-01",
          "demand": {"capacityKw": 12000, "voltageKv": 10, "supplies": 2, "water": true},
          "documents": [{"type": "filing-certificate", "name": "河南省企业投资项目备案证明"}],
          "anythingElse": {"is": "allowed"}
        }
        """;

    private static Contracts contracts;

    @BeforeAll
    static void readsTheContractsOfTheProject() {
        contracts = Contracts.read(Path.of("mappings/contracts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project.code-assigned",
                "project.updated",
                "project.withdrawn",
                "lead.assigned",
                "lead.answered",
                "lead.lookup",
                "lead.lookup.reply",
                "property.lookup",
                "property.lookup.reply",
                "notice.published"
            })
    void hasAContractForEveryServiceThatIsCarried(String contract) {
        assertThat(contracts.has(contract)).isTrue();
    }

    @Test
    void findsNothingWrongWithARightPayload() {
        assertThat(contracts.violations("project.code-assigned", codeAssigned()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/projectCode, '\"2609-410105-04-01-123458\"', 校验位应为 9",
        "/projectCode, 2609, 应为字符串",
        "/projectName, '\"\"', 不得为空",
        "/regionCode, '\"41O105\"', 第 3 位",
        "/owner/kind, '\"company\"', 应为以下之一：person、enterprise",
        "/owner/phone, null, 应为字符串",
        "/site/lat, 91, 不得大于 90",
        "/site/unitNo, '\"450103001001KB00001F00010001\"', 第 13 位",
        "/assignedAt, '\"2026-09-30 09:00\"', RFC 3339",
        "/assignedAt, '\"2026-09-30 09:00:00Z\"', RFC 3339",
        "/assignedAt, '\"2026-09-30T09:00:00\"', RFC 3339",
        "/assignedAt, '\"2016-12-31T23:59:60Z\"', RFC 3339",
        "/assignedAt, '\"2026-02-30T09:00:00Z\"', RFC 3339",
        "/plannedStart, '\"2027-02-29\"', 应为日期",
        "/demand/capacityKw, '\"12000\"', 应为数字",
        "/demand/supplies, true, 应为整数或字符串"
    })
    void saysWhatIsExpectedAndWhere(String pointer, String value, String message) throws IOException {
        ObjectNode payload = codeAssigned();
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) payload.at(place.head())).set(place.last().getMatchingProperty(), JSON.readTree(value));

        assertThat(contracts.violations("project.code-assigned", payload))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.pointer()).isEqualTo(pointer);
                    assertThat(violation.message()).contains(message);
                });
    }

    @Test
    void pointsAtEveryMissingMember() {
        ObjectNode payload = codeAssigned();
        payload.remove("projectName");
        payload.withObject("/owner").remove("idNo");

        assertThat(contracts.violations("project.code-assigned", payload))
                .containsExactlyInAnyOrder(
                        new Violation("/projectName", "缺少 projectName"), new Violation("/owner/idNo", "缺少 idNo"));
    }

    @Test
    void checksACitizensNumberWithoutRepeatingIt() {
        ObjectNode payload = codeAssigned();
        payload.withObject("/owner").put("idType", "111").put("idNo", "410105199003071234");

        assertThat(contracts.violations("project.code-assigned", payload))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.pointer()).isEqualTo("/owner/idNo");
                    assertThat(violation.message()).contains("校验码不符").doesNotContain("410105199003071234");
                });
    }

    @ParameterizedTest
    @CsvSource({"001, 91350211M0000XUF46", "001, 410105000000001", "414, E12345678", "111, 41010519900307123x"})
    void leavesOtherNumbersToTheRegister(String type, String number) {
        ObjectNode payload = codeAssigned();
        payload.withObject("/owner").put("idType", type).put("idNo", number);

        assertThat(contracts.violations("project.code-assigned", payload)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "15, true", "16, false"})
    void knowsTheFifteenStatuses(String status, boolean known) throws IOException {
        JsonNode payload = JSON.readTree("""
            {"projectCode": "2609-410105-04-01-123459", "stage": 2, "status": "%s",
             "at": "2026-10-12T16:20:00+08:00"}\
            """.formatted(status));

        assertThat(contracts.violations("project.updated", payload).isEmpty()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', false",
        "'{\"certNo\": \"豫(2026)郑州市不动产权第0012345号\"}', true",
        "'{\"unitNo\": \"450103001001GB00001F00010001\"}', true",
        "'{\"certNo\": \"郑国用(2009)第0123号\", \"unitNo\": \"450103001001GB00001F00010001\"}', false"
    })
    void wantsExactlyOneWayToFindAProperty(String payload, boolean right) throws IOException {
        List<Violation> expected = right ? List.of() : List.of(new Violation("", "须给出且只给出以下之一：owner；certNo；unitNo"));

        assertThat(contracts.violations("property.lookup", JSON.readTree(payload)))
                .isEqualTo(expected);
    }

    @Test
    void checksWhatASchemaAddsToASharedShape() throws IOException {
        JsonNode answer = JSON.readTree("""
            {"state": "gone", "at": "2026-10-01T10:00:00+08:00"}\
            """);

        assertThat(contracts.violations("lead.answered", answer))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/leadNo", "/state");
    }

    @Test
    void letsALeadBeIncompleteOnlyWhenItSaysSo() throws IOException {
        ObjectNode lead = (ObjectNode) JSON.readTree("""
            {"leadNo": "L410105-260930-000001", "origin": "project", "milestones": [],
             "owner": {"kind": "enterprise", "name": "", "idType": "001", "idNo": ""},
             "site": {"regionCode": "410105", "address": ""}, "receivedAt": "2026-09-30T01:00:00.123456Z"}\
            """);

        assertThat(contracts.violations("lead.assigned", lead))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/owner/name", "/owner/idNo", "/site/address");
        lead.putArray("incomplete").add("owner").add("site");
        assertThat(contracts.violations("lead.assigned", lead)).isEmpty();
    }

    @Test
    void refusesAPayloadThatIsNoObject() throws IOException {
        assertThat(contracts.violations("project.withdrawn", JSON.readTree("[]")))
                .containsExactly(new Violation("", "应为对象"));
    }

    @Test
    void namesEveryViolationOfAPayloadAsLargeAsAnHonestOne() {
        assertThat(contracts.violations("project.code-assigned", withBadDocuments(200)))
                .hasSize(400);
    }

    /** However many members are missing before it. */
    @Test
    void namesIdentifiersFirst() {
        ObjectNode payload = withBadDocuments(200);
        payload.put("projectCode", "2609-410105-04-01-123458");
        payload.withObject("/owner").put("idType", "111").put("idNo", "410105199003071234");

        assertThat(contracts.violations("project.code-assigned", payload).subList(0, 2))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/projectCode", "/owner/idNo");
    }

    @Test
    void namesTheFirstViolationOfAHugePayloadAndThatThereMayBeMore() {
        assertThat(contracts.violations("project.code-assigned", withBadDocuments(100_000)))
                .hasSize(2)
                .last()
                .isEqualTo(new Violation("", "报文内容过多，只查到以上一处，此外可能还有不符合约定之处"));
    }

    @Test
    void tellsTwoHundredViolationsAndHowManyMoreThereAre() {
        List<Violation> errors = Refused.violating(contracts.violations("project.code-assigned", withBadDocuments(200)))
                .errors();

        assertThat(errors).hasSize(201).last().isEqualTo(new Violation("", "此外还有 200 处，未逐一列出"));
    }

    @Test
    void tellsTheLineWhereAContractIsNotJson(@TempDir Path folder) throws IOException {
        write(folder, "broken", "{\n  \"type\": \"object\",\n  oops\n}");

        assertThatExceptionOfType(BadFiles.class)
                .isThrownBy(() -> Contracts.read(folder))
                .satisfies(bad -> assertThat(bad.faults()).singleElement().satisfies(fault -> {
                    assertThat(fault.file().getFileName()).hasToString("broken.schema.json");
                    assertThat(fault.line()).isEqualTo(3);
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"$ref\": \"#/$defs/nothing\"",
                "\"$ref\": \"shapes.schema.json#/$defs/person\"",
                "\"$ref\": \"https://example.org/person.json\"",
                "\"format\": \"projekt-code\"",
                "\"type\": \"strng\"",
                "\"minLength\": -1"
            })
    void tellsTheLineOfWhatCannotBeChecked(String rule, @TempDir Path folder) throws IOException {
        write(folder, "lead.lookup", """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "lead.lookup.schema.json",
              "properties": {
                "leadNo": {%s}
              }
            }
            """.formatted(rule));

        assertThatExceptionOfType(BadFiles.class)
                .isThrownBy(() -> Contracts.read(folder))
                .satisfies(
                        bad -> assertThat(bad.faults()).extracting(Fault::line).contains(5));
    }

    @Test
    void wantsAContractToBearTheNameOfItsFile(@TempDir Path folder) throws IOException {
        write(
                folder,
                "lead.lookup",
                "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n\"$id\": \"x\"}");

        assertThatExceptionOfType(BadFiles.class)
                .isThrownBy(() -> Contracts.read(folder))
                .withMessageContaining("lead.lookup.schema.json:2: `$id` must be the file's name");
    }

    private static void write(Path folder, String contract, String text) throws IOException {
        Files.writeString(folder.resolve(contract + ".schema.json"), text);
    }

    private static ObjectNode codeAssigned() {
        try {
            return (ObjectNode) JSON.readTree(CODE_ASSIGNED);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode withBadDocuments(int count) {
        ObjectNode payload = codeAssigned();
        ArrayNode documents = payload.putArray("documents");
        for (int i = 0; i < count; i++) {
            documents.addObject();
        }
        return payload;
    }
}
