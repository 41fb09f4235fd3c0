package org.dianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.dianqiao.WithGateway;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Cases;
import org.dianqiao.casework.Deadlines;
import org.dianqiao.casework.KeptFindings;
import org.dianqiao.casework.Later;
import org.dianqiao.web.cases.Casebook;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class ErasedCasesAreToldTest extends WithGateway {

    private final Cases cases = bean(Cases.class);
    private final Casebook book = new Casebook(cases, bean(Deadlines.class), bean(TransactionTemplate.class));
    private final Visitor viewer = new Visitor(gateway());

    @Test
    void showsWhatHappenedInACaseWhoseContentIsErasedAndSaysThatItIs() {
        Casefile filing = erased(book.filed(null, CLOCK.instant()));
        assertThat(page(filing))
                .contains("保存期限已满", "按期清除", "国网河南省电力公司提交申报", "绿化迁移：报送办理状态", "绿化迁移</b>")
                .contains("事后报送", "其依据的内容已按保存期限清除。")
                .doesNotContain("中原置业", "王秀英", "杨金路", "树木清单", "查看未脱敏内容");
        viewer.get("/language?to=en");
        assertThat(page(filing))
                .contains("content is kept is over", "moving of greenery: its status is told")
                .contains("What showed it has been erased");
    }

    @Test
    void showsAnApplicationWhoseContentIsErased() {
        Casefile application = erased(book.applied(CLOCK.instant()));
        assertThat(page(application))
                .contains("按期清除", "业务受理：国网河南省电力公司报送进度", "全过程时间")
                .doesNotContain("杨金路");
    }

    @Test
    void saysNothingOfThatWhileThereIsSomething() {
        assertThat(page(book.filed(null, CLOCK.instant()))).doesNotContain("保存期限已满");
    }

    @Test
    void findsItNoMoreForWhoCannotBeKnownAnyMore() {
        Casefile filing = book.filed(null, CLOCK.instant());
        assertThat(asked(filing)).contains("园林绿化部门");
        assertThat(asked(erased(filing))).contains("没有找到", "办结已久").doesNotContain("园林绿化部门");
    }

    private Casefile erased(Casefile file) {
        Casefile ended = file.in("approved", false);
        cases.save(ended);
        bean(KeptFindings.class).keep(ended);
        Later.threeYearsPass();
        return ended;
    }

    private String page(Casefile file) {
        viewer.post("/login", "username=viewer&password=");
        return viewer.get("/cases/" + file.caseNo()).body();
    }

    private String asked(Casefile file) {
        return viewer.post("/progress", "number=" + file.number() + "&digits=2F5N")
                .body();
    }
}
