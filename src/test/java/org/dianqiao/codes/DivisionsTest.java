package org.dianqiao.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionsTest {

    private static final Divisions DIVISIONS =
            CodeTables.read(Path.of("mappings/codes")).divisions();

    @ParameterizedTest
    @CsvSource({
        "410105, 河南省郑州市金水区, 'Henan, Zhengzhou, Jinshui'",
        "410100, 河南省郑州市, 'Henan, Zhengzhou'",
        "410000, 河南省, Henan",
        "419001, 河南省济源市, 'Henan, Jiyuan'",
        "341002, 安徽省黄山市屯溪区, 'Anhui, Huangshan, Tunxi'",
        "370102, 山东省济南市历下区, 'Shandong, Jinan, Lixia'",
        "220622, 吉林省白山市靖宇县, 'Jilin, Baishan, Jingyu'",
        "000000, 全国, National",
        "100000, 全国, National"
    })
    void namesADivisionWithWhatItLiesIn(String code, String zh, String en) {
        assertThat(DIVISIONS.zh(Region.of(code))).isEqualTo(zh);
        assertThat(DIVISIONS.en(Region.of(code))).isEqualTo(en);
    }

    @Test
    void namesOfADevelopmentZoneWhatItLiesIn() {
        Region zone = Region.of("370871");
        assertThat(DIVISIONS.find(zone)).isEmpty();
        assertThat(DIVISIONS.zh(zone)).isEqualTo("山东省济宁市");
        assertThat(DIVISIONS.path(Region.of("990000"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110000", "310000", "440100", "440300", "410200", "410300", "410400", "410500", "410600", "410700",
                "410800", "410900", "411000", "411100", "411102", "411200", "411300", "411400", "411500", "411600",
                "411700", "340000", "341000", "341003", "341004", "341021", "341022", "341023", "341024", "370000",
                "370100", "370200", "370300", "370400", "370500", "370600", "370700", "370800", "370811", "370812",
                "370826", "370883", "370900", "371000", "371100", "371300", "371400", "371500", "371600", "371700",
                "220000", "220100", "220600"
            })
    void knowsThePlacesThatTheRulesSpeakOf(String code) {
        assertThat(DIVISIONS.find(Region.of(code))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "410198", "419900", "419901", "370199"})
    void lacksWhatIsCertainlyNoDivision(String code) {
        assertThat(DIVISIONS.lacks(Region.of(code))).isTrue();
    }

    /** Counties of a city whose counties the table does not hold; the other county of one of which it holds a single one; a development zone. */
    @ParameterizedTest
    @ValueSource(strings = {"410105", "410100", "410000", "410302", "650102", "411103", "440600", "410173"})
    void doesNotJudgeWhatItDoesNotHold(String code) {
        assertThat(DIVISIONS.lacks(Region.of(code))).isFalse();
    }
}
