package org.dianqiao.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Office;
import org.dianqiao.Office.Visit;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A drawing that was uploaded once stands in as many messages as its sender likes, and comes with each of them. */
class NamedPartsTest extends WithUploads {

    private static final String OTHER = "design.yixian";
    private static Office platform;

    private final Piece drawing = drawing(2 * MIB + 17);

    @BeforeAll
    static void opensHuangshan() {
        platform = office("approval.huangshan", """
                kind: approval-platform
                region: "341000"
                receives: [ notice.published ]
                """);
        newcomer(OTHER, """
                kind: channel
                region: "341000"
                sends: [ { service: part.upload }, { service: notice.published } ]
                """);
    }

    @AfterAll
    static void closes() {
        platform.close();
    }

    @Test
    void arrivesWithEachMessageThatNamesIt() {
        uploaded(drawing);
        for (String title : List.of("开放容量", "停电公告")) {
            Parcel notice = notice(DESIGNER, title).naming(drawing).sealed();
            assertReceipt(post(notice), notice, 202);
            Visit visit = passedOn(notice);
            assertThat(visit.originManifest()).isEqualTo(notice.manifestHeader());
            assertThat(visit.manifest().path("parts")).hasSize(2).noneMatch(part -> part.has("stored"));
            assertThat(visit.manifest().path("parts").path(1).path("name").asText())
                    .isEqualTo(drawing.name());
            assertThat(last(visit, drawing.bytes().length)).isEqualTo(drawing.bytes());
        }
        assertThat(pieces()).isEqualTo(3);
    }

    @Test
    void standsWhereTheManifestNamesIt() {
        uploaded(drawing);
        Piece second = uploaded(drawing(MIB + 1));
        Parcel notice = notice(DESIGNER, "两张图").naming(second).naming(drawing).sealed();
        accepted(post(notice));
        Visit visit = passedOn(notice);
        assertThat(last(visit, drawing.bytes().length)).isEqualTo(drawing.bytes());
        int between = visit.body().length - drawing.bytes().length;
        assertThat(new String(part(visit.body(), 0, 1000), StandardCharsets.UTF_8))
                .contains("两张图");
        assertThat(between).isGreaterThan(second.bytes().length);
    }

    @Test
    void countsForTheServicesLimit() {
        uploaded(drawing);
        Parcel drill = drill(drawing);
        assertRefused(post(drill), drill, 413, "too-large");
    }

    @Test
    void mayBeTheOnlyPartWhereNoContractSpeaksOfIt() {
        Piece small = drawing(1000);
        URI upload = announced(announcement(PLATFORM, small).sealed());
        assertThat(patch(upload, 0, small.bytes()).statusCode()).isEqualTo(204);
        Parcel drill = drill(small);
        assertReceipt(post(drill), drill, 202);
    }

    @Test
    void isNotThePayloadOfAContract() {
        Piece payload = uploaded(Piece.json(Plots.notice("停电公告")));
        Parcel notice = event(DESIGNER, "notice.published", Plots.object())
                .pieces()
                .naming(payload)
                .sealed();
        assertRefused(post(notice), notice, 422, "contract-violated");
    }

    @Test
    void isItsUploadersAlone() {
        uploaded(drawing);
        Parcel stolen = notice(OTHER, "别人的图").naming(drawing).sealed();
        assertRefused(post(stolen), stolen, 400, "digest-mismatch");
    }

    @Test
    void isWholeOrNotThere() {
        URI upload = announced(drawing);
        patch(upload, 0, part(drawing.bytes(), 0, MIB));
        Parcel notice = notice(DESIGNER, "半张图").naming(drawing).sealed();
        assertRefused(post(notice), notice, 400, "digest-mismatch");
        patch(upload, MIB, part(drawing.bytes(), MIB, drawing.bytes().length));
        assertReceipt(post(notice), notice, 202);
    }

    @Test
    void isTheOneOfThatLengthAndDigest() {
        uploaded(drawing);
        Draft longer = notice(DESIGNER, "另一张图").naming(new Piece("a", "b/c", Arrays.copyOf(drawing.bytes(), MIB)));
        Parcel parcel = longer.sealed();
        assertRefused(post(parcel), parcel, 400, "digest-mismatch");
    }

    @Test
    void isNotSentAlongAsWell() {
        uploaded(drawing);
        Parcel notice = notice(DESIGNER, "又发一遍").naming(drawing).sealed();
        Parcel twice = notice.withBody(
                "multipart/mixed; boundary=plot",
                Parcel.multipart("plot", List.of(Piece.json(Plots.notice("又发一遍")), drawing)));
        assertRefused(post(twice), twice, 400, "digest-mismatch");
    }

    @Test
    void aRepeatAsksForItNoMore() {
        uploaded(drawing);
        Parcel notice = notice(DESIGNER, "重发").naming(drawing).sealed();
        List<String> first = accepted(post(notice)).words();
        database()
                .sql("UPDATE upload SET erased_at = now() WHERE sm3 = ?")
                .param(HexFormat.of().parseHex(Draft.sm3(drawing.bytes())))
                .update();
        assertThat(accepted(post(notice)).words()).isEqualTo(first);
    }

    private static Draft notice(String from, String title) {
        return event(from, "notice.published", Plots.notice(title));
    }

    private static Parcel drill(Piece drawing) {
        return event(PLATFORM, "drill.held", Plots.object())
                .pieces()
                .naming(drawing)
                .sealed();
    }

    private static Visit passedOn(Parcel notice) {
        return await().until(
                        () -> platform.visits().stream()
                                .filter(visit -> notice.manifestHeader().equals(visit.originManifest()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The end of the last part, before the closing boundary. */
    private static byte[] last(Visit visit, int length) {
        String boundary = String.valueOf(visit.type()).split("boundary=")[1];
        int end = visit.body().length - ("\r\n--" + boundary + "--\r\n").length();
        return part(visit.body(), end - length, end);
    }

    /** How many pieces all that is kept of this drawing has. */
    private long pieces() {
        Map<String, Object> row = database()
                .sql("""
                        SELECT count(*) AS pieces FROM part_piece
                        WHERE entry IN (SELECT pieces_of FROM part WHERE sm3 = :sm3)
                           OR entry IN (SELECT entry FROM part WHERE sm3 = :sm3)
                        """)
                .param("sm3", HexFormat.of().parseHex(Draft.sm3(drawing.bytes())))
                .query()
                .singleRow();
        return (long) row.get("pieces");
    }
}
