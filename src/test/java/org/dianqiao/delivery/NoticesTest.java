package org.dianqiao.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Draft;
import org.dianqiao.Draft.Piece;
import org.dianqiao.Office;
import org.dianqiao.Office.Visit;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.sandbox.Newcomers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The water company of Jinan tells the approval platform there; its words arrive as it signed them. */
class NoticesTest extends AtTheDoor {

    private static final String WATER = "water.jinan";
    private static Office platform;

    @BeforeAll
    static void opensJinan() {
        platform = office("approval.jinan", """
                kind: approval-platform
                region: "370100"
                sends: [ { service: project.code-assigned }, { service: notice.published } ]
                receives: [ notice.published ]
                """);
        newcomer(WATER, """
                kind: utility
                utility: water
                region: "370100"
                sends: [ { service: notice.published } ]
                """);
    }

    @AfterAll
    static void closes() {
        platform.close();
    }

    @Test
    void arriveWithTheSendersOwnSignature() {
        Parcel notice = event(WATER, "notice.published", Plots.notice("计划停水"))
                .put("case", "N-2026-11")
                .put("purpose", "通知")
                .sealed();
        Visit visit = passedOn(notice);
        assertThat(visit.path()).isEqualTo("/exchange/v1/notice.published");
        assertThat(visit.originManifest()).isEqualTo(notice.manifestHeader());
        assertThat(visit.originSignature()).isEqualTo(notice.signatureHeader());
        assertThat(visit.body()).isEqualTo(notice.body());
        assertThat(visit.type()).isEqualTo("application/json");
        assertOurs(visit, notice);
    }

    @Test
    void arriveWithAllTheirParts() {
        byte[] plan = new byte[3 << 20];
        new Random(370102).nextBytes(plan);
        Parcel notice = event(WATER, "notice.published", Plots.object())
                .pieces(
                        Piece.json(Plots.notice("管网图")),
                        Piece.text("说明", "\r\n--plot--\r\n"),
                        Piece.text("empty", ""),
                        new Piece("管网图.dwg", "application/acad", plan))
                .sealed();
        Visit visit = passedOn(notice);
        assertOurs(visit, notice);
        assertThat(visit.originManifest()).isEqualTo(notice.manifestHeader());
        assertThat(visit.type()).startsWith("multipart/mixed; boundary=");
        String boundary = String.valueOf(visit.type()).split("boundary=")[1];
        int tail = ("\r\n--" + boundary + "--\r\n").length();
        int end = visit.body().length - tail;
        assertThat(Draft.sm3(Arrays.copyOfRange(visit.body(), end - plan.length, end)))
                .isEqualTo(Draft.sm3(plan));
        assertThat(new String(visit.body(), 0, 1000, StandardCharsets.UTF_8))
                .containsSubsequence(
                        "name=\"payload\"", "管网图", "name=\"说明\"", "--plot--", "name=\"empty\"", "name=\"管网图.dwg\"");
    }

    @Test
    void goToTheOneWhoIsNamed() {
        Parcel notice = event(WATER, "notice.published", Plots.notice("仅告知平台"))
                .put("to", "approval.jinan")
                .sealed();
        assertThat(passedOn(notice).originManifest()).isEqualTo(notice.manifestHeader());
    }

    @Test
    void becomeADeadLetterWhereNobodyReceivesThem() {
        Parcel notice = event(WATER, "notice.published", Plots.notice("无人接收"))
                .put("to", GRID)
                .put("case", "N-nobody")
                .sealed();
        assertReceipt(post(notice), notice, 202);
        assertThat(database()
                        .sql("SELECT * FROM dead_letter WHERE case_id = 'N-nobody'")
                        .query()
                        .singleRow())
                .containsEntry("code", "no-receiver")
                .containsEntry("partner", DeadLetters.NOBODY)
                .containsEntry("origin_manifest", notice.manifest());
    }

    @Test
    void doNotComeBackToTheirSender() {
        Parcel notice = event("approval.jinan", "notice.published", Plots.notice("平台公告"))
                .sealed();
        assertReceipt(post(notice), notice, 202);
        assertThat(database()
                        .sql("SELECT count(*) FROM delivery WHERE origin_manifest = ?")
                        .param(notice.manifest())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refuseToWhomNobodyKnows() {
        Parcel notice = event(WATER, "notice.published", Plots.notice("x"))
                .put("to", "approval.nowhere")
                .sealed();
        assertRefused(post(notice), notice, 403, "not-permitted");
    }

    private static Visit passedOn(Parcel notice) {
        assertReceipt(post(notice), notice, 202);
        return await().until(() -> visitWith(notice), visits -> visits.size() == 1)
                .get(0);
    }

    private static List<Visit> visitWith(Parcel notice) {
        return platform.visits().stream()
                .filter(visit -> String.valueOf(notice.manifestHeader()).equals(visit.originManifest()))
                .toList();
    }

    private static void assertOurs(Visit visit, Parcel notice) {
        assertThat(Newcomers.sealedBy(signatories(), decoded(visit.manifestHeader()), decoded(visit.signatureHeader())))
                .isTrue();
        assertThat(visit.manifest().path("from").asText()).isEqualTo("gateway");
        assertThat(visit.manifest().path("to").asText()).isEqualTo("approval.jinan");
        assertThat(visit.manifest().path("id").asText()).isNotEqualTo(notice.id());
        assertThat(visit.manifest().path("case")).isEqualTo(notice.said().path("case"));
        assertThat(visit.manifest().path("purpose")).isEqualTo(notice.said().path("purpose"));
        assertThat(visit.manifest().path("parts").toString())
                .isEqualTo(notice.said().path("parts").toString());
    }

    private static byte[] decoded(String header) {
        return Base64.getDecoder().decode(header);
    }
}
