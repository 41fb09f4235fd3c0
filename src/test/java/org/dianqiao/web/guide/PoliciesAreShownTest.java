package org.dianqiao.web.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.policy.Pack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoliciesAreShownTest extends AtTheGuide {

    private static final String WORKS = "&customerClass=hv&voltageKv=10&crossings=none&lineLengthM=400";

    @BeforeEach
    void signIn() {
        reader.signedInAs("viewer");
    }

    /** Huangshan's next version files lines up to 500 m, in one day. */
    private void announce() {
        put(
                "huangshan-2099.yaml",
                text("huangshan.yaml")
                        .replaceFirst("version: .*", "version: \"2099.1\"")
                        .replaceFirst("inForce: .*", "inForce: 2099-01-01")
                        .replace("limit: 2 WD", "limit: 1 WD")
                        .replace("lineLengthM: { max: 300 }", "lineLengthM: { max: 500 }")
                        .replace("lineLengthM: { over: 300 }", "lineLengthM: { over: 500 }"));
    }

    @Test
    void showsEveryRuleAndWhereItStands() {
        for (String id : policies().ids()) {
            String page = reader.open("/policies/" + id).text();
            Pack pack = policies().versions(id).get(0);
            pack.rules().forEach(rule -> assertThat(page)
                    .contains(
                            rule.id(),
                            pack.file().getFileName() + ":" + rule.line(),
                            rule.citation().clause()));
        }
        assertThat(reader.open("/policies/henan").text()).contains("HEN19-P2", "NAT-P1", "national.yaml:");
    }

    @Test
    void findsRulesByTheirWordsIdFileOrCitation() {
        String found = reader.open("/policies/henan?find=hen19-p2").text();

        assertThat(found).contains("HEN19-P2").doesNotContain("HEN19-P3", "NAT-P1");
        assertThat(reader.open("/policies/henan?find=1479").text())
                .contains("NAT-P1")
                .doesNotContain("HEN19-P2");
        assertThat(reader.open("/policies/henan?find=nothing-like-that").text()).contains("没有符合的规则");
    }

    @Test
    void triesAVersionThatIsNotInForceYetWithoutTouchingTheOneThatIs() {
        announce();

        String page = reader.open("/policies/huangshan?version=2099.1" + WORKS).answer();
        assertThat(page).contains("备案 1 个工作日", "黄山市，版本 2099.1", "工作日历未载入");
        assertThat(reader.open("/policies/huangshan?on=2026-09-30" + WORKS).answer())
                .contains("并联审批 5 个工作日", "黄山市，版本 2026");
        assertThat(reader.open("/guide/what-applies?region=341000&on=2026-09-30" + WORKS)
                        .answer())
                .contains("并联审批 5 个工作日");
        assertThat(reader.open("/guide/huangshan").text()).doesNotContain("不超过 500 米");
        assertThat(reader.open("/guide/huangshan?on=2099-01-01").text()).contains("不超过 500 米");
    }

    @Test
    void showsFromWhenAVersionHolds() {
        announce();

        assertThat(reader.open("/policies/huangshan?version=2099.1&find=HSH").text())
                .contains("不超过 500 米")
                .doesNotContain("不超过 300 米");
        assertThat(reader.open("/policies").text()).contains("2099.1 自 2099-01-01 起", "施行中，自 2023-05-04 起");
        assertThat(reader.open("/policies/huangshan").text()).contains("2099.1 自 2099-01-01 起", "版本变化");
        assertThat(reader.open("/policies/henan").text()).doesNotContain("版本变化");
        assertThat(reader.open("/policies/huangshan?version=1999.9").status()).isEqualTo(404);
    }

    @Test
    void saysWhatChangesForWhom() {
        announce();

        String changes = reader.open("/policies/huangshan/changes").text();
        assertThat(changes).contains("按 2099-01-01 当日比较", "审批路径", "线路长度高于 300 米且不超过 500 米");
        assertThat(changes).containsPattern("并联审批；5 个工作日.*备案；1 个工作日").doesNotContain("办电环节");
        assertThat(reader.open("/policies/huangshan/changes?from=2099.1&to=2099.1")
                        .text())
                .contains("对任何人都没有变化");
    }

    @Test
    void saysWhichChangedFileWasNotTakenUpAndWhy() {
        put("henan.yaml", text("henan.yaml").replaceFirst("limit: 5 WD", "limit: five"));

        assertThat(reader.open("/policies").text()).containsPattern("没有载入，原版本继续有效： henan.yaml:\\d+: HEN19-P3");
        assertThat(reader.open("/policies/henan").text()).contains("没有载入", "HEN19-P3");
    }

    @Test
    void knowsOnlyPacksThatAreThere() {
        assertThat(reader.open("/policies/atlantis").status()).isEqualTo(404);
        assertThat(reader.open("/policies/atlantis/changes").status()).isEqualTo(404);
    }
}
