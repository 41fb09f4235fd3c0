package org.dianqiao.sandbox.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dianqiao.MovedClock;
import org.dianqiao.sandbox.outside.Fault;
import org.dianqiao.sandbox.outside.Faults;
import org.dianqiao.sandbox.outside.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The front-end database of an approval platform, as whoever knows the exchange standard and SQL finds it. */
class ApprovalExchangeTest {

    private static final List<String> COMMON =
            List.of("lsh", "dfsjzj", "xzqhdm", "sjyxbs", "sjwxyy", "sjsczt", "sbyy", "scsj", "gxsj");
    private static final int ROWS = 8;

    private final List<String> narration = new CopyOnWriteArrayList<>();

    @TempDir
    Path home;

    private ApprovalExchange platform;
    private JdbcClient database;

    @AfterEach
    void close() {
        platform.close();
    }

    private void plays(Fault... faults) throws IOException {
        Path folder = home.resolve("sandbox/approval-exchange");
        platform = ApprovalExchange.open(
                new Scene(new InetSocketAddress("127.0.0.1", 0), Faults.of(faults), folder, new MovedClock()),
                Project.XUCHANG,
                narration::add);
        database =
                JdbcClient.create(new DriverManagerDataSource(platform.address().toString(), "postgres", "any"));
        Set<Fault> with = Set.of(faults);
        int rows = ROWS + (with.contains(Fault.WRONG_CHECK) ? 1 : 0) + (with.contains(Fault.CORRECTED) ? 2 : 0);
        await().until(() -> written().size() == rows);
    }

    private List<String> written() {
        return narration.stream()
                .filter(line -> line.startsWith("写入 "))
                .map(line -> line.substring(3))
                .toList();
    }

    @Test
    void hasTheTablesOfTheStandardAndPutsAProjectThereFromTheTopDown() throws Exception {
        plays();
        assertColumns(
                "SPGL_XMJBXXB_V3",
                "xmdm xmmc gcdm gcfw qjdgcdm splcbm splcbbh splclx lxlx gcfl jsxz xmzjsx xmtzly tdhqfs tdsfdsjfa sfwcqypg gbhy"
                        + " gbhydmfbnd nkgsj njcsj ztze jsdd jsddxzqh xmjwdzb jsgmjnr ydmj jzmj sfxxgc cd gchyfl jsdw jsdwdm"
                        + " jsdwlx sbsj xmsfwqbj xmwqbjsj");
        assertColumns(
                "SPGL_XMSPSXBLXXB_V3",
                "gcdm spsxbm spsxbbh splcbm splcbbh spsxslbm spbmbm spbmmc slfs gkfs blspslbm sxblsx lxr lxrsjh ywqx qypgdybm"
                        + " yyqypgqk sxgzcnzspqk");
        assertColumns("SPGL_XMSPSXBLXXXXB_V3", "gcdm spsxslbm blcs blr blzt blyj blsj dwmc dwtyshxydm sjly");
        assertColumns(
                "SPGL_XMSPSXPFWJXXB_V3",
                "gcdm spsxslbm pfrq pfwh pfwjbt pfwjyxqx spjglx zzbh zzbs dzzzwjlj fjmc fjlx fjid");
        assertColumns("SPGL_DFXMSPLCJDXXB", "splcbm splcbbh spjdbm spjdmc spjdxh dybzspjdxh spjdsx lcbsxlx");
        assertColumns("SPGL_DFXMSPLCJDSXXXB", "spjdxh spsxbm spsxbbh");
        assertThat(written())
                .startsWith("SPGL_XMJBXXB_V3")
                .containsSubsequence("SPGL_XMSPSXBLXXB_V3", "SPGL_XMSPSXBLXXXXB_V3", "SPGL_XMSPSXPFWJXXB_V3");
        assertThat(texts("SELECT blzt FROM SPGL_XMSPSXBLXXXXB_V3 ORDER BY lsh")).containsExactly("3", "8", "11");
        assertThat(texts("""
            SELECT xmdm || ' ' || sjyxbs || ' ' || sjsczt FROM SPGL_XMJBXXB_V3
            JOIN SPGL_XMSPSXBLXXB_V3 i USING (gcdm, sjyxbs, sjsczt)
            JOIN SPGL_XMSPSXPFWJXXB_V3 d USING (gcdm, spsxslbm, sjyxbs, sjsczt)
            """)).containsExactly("2609-411003-04-01-217003 1 0");
        assertHears();
    }

    /** What the reader of its rows writes back. */
    private void assertHears() {
        database.sql("UPDATE SPGL_XMJBXXB_V3 SET sjsczt = -1, sbyy = 'xmdm'").update();
        await().until(() -> narration.contains("写回 SPGL_XMJBXXB_V3 lsh=1 sjsczt=-1 xmdm"));
    }

    @Test
    void putsEverythingThereTheWrongWayRound() throws Exception {
        plays(Fault.OUT_OF_ORDER);
        assertThat(written()).startsWith("SPGL_XMSPSXPFWJXXB_V3").endsWith("SPGL_XMJBXXB_V3");
        assertThat(texts("SELECT blzt FROM SPGL_XMSPSXBLXXXXB_V3 ORDER BY lsh")).containsExactly("11", "8", "3");
    }

    @Test
    void mistypesACodeAndGarblesNames() throws Exception {
        plays(Fault.WRONG_CHECK, Fault.GBK);
        assertThat(texts("SELECT xmdm FROM SPGL_XMJBXXB_V3 ORDER BY lsh"))
                .containsExactly("2609-411003-04-01-217000", "2609-411003-04-01-217003");
        assertThat(texts("SELECT xmmc FROM SPGL_XMJBXXB_V3")).noneMatch(name -> name.contains("中原"));
    }

    /** Also where everything else is the wrong way round. */
    @ParameterizedTest
    @CsvSource({"CORRECTED, WRONG_CHECK", "CORRECTED, OUT_OF_ORDER"})
    void putsADocumentThereWrongMakesItVoidAndPutsItThereAnew(Fault one, Fault another) throws Exception {
        plays(one, another);
        assertThat(texts("SELECT dfsjzj || ' ' || pfwh || ' ' || sjyxbs FROM SPGL_XMSPSXPFWJXXB_V3 ORDER BY lsh"))
                .containsExactly(
                        "PF-1 " + Project.XUCHANG.document() + "（误） 1",
                        "PF-1 " + Project.XUCHANG.document() + "（误） 0",
                        "PF-1 " + Project.XUCHANG.document() + " 1");
    }

    private void assertColumns(String table, String own) {
        assertThat(texts("SELECT column_name FROM information_schema.columns WHERE table_name = '%s'"
                        .formatted(table.toLowerCase(Locale.ROOT))))
                .as(table)
                .containsAll(COMMON)
                .contains(own.split(" "));
    }

    private List<String> texts(String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
