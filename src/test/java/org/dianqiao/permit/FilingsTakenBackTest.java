package org.dianqiao.permit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dianqiao.Draft;
import org.dianqiao.Parcel;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.casework.Event;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A filing that was taken back while a department waited for papers. */
class FilingsTakenBackTest extends WithCounties {

    private static final String XINHUA = "410402";
    private static final String GRID = "grid." + XINHUA;

    private final ObjectNode filing = filing(XINHUA, Works.toThePlot());

    @BeforeAll
    static void open() {
        departments(XINHUA, "planning", "municipal", "greening", "traffic-police");
    }

    @Test
    void takeNoMorePapers() {
        accepted(file(filing));
        goes("greening", filing, "1", "6");
        accepted(post(event(GRID, "permit.withdrawn", about().put("reason", "改线"))));
        told(department("greening", XINHUA), "permit.withdrawn", filing, 1);
        List<Event> before = timeline(filing);

        Parcel papers = papers().sealed();
        Reply reply = post(papers);

        assertRefused(reply, papers, 422, "contract-violated");
        assertViolated(reply, "/filingNo", "该申报已撤回，不再接收补正材料");
        assertThat(timeline(filing)).isEqualTo(before);
        assertThat(passedOn()).isZero();
        goes("greening", filing, "2");
    }

    /** Its number is used up; only the very same message still has its first receipt. */
    @Test
    void areNotFiledAgainUnderTheirNumber() {
        Parcel first = event(GRID, "permit.filed", filing).sealed();
        Reply receipt = post(first);
        accepted(receipt);
        accepted(post(event(GRID, "permit.withdrawn", about().put("reason", "改线"))));
        List<Event> before = timeline(filing);

        Parcel same = event(GRID, "permit.filed", filing).sealed();
        Reply reply = post(same);
        assertRefused(reply, same, 422, "contract-violated");
        assertViolated(reply, "/filingNo", "已撤回");
        assertViolated(file(filing.deepCopy().put("plannedFinish", "2027-12-01")), "/filingNo", "已撤回");
        assertThat(timeline(filing)).isEqualTo(before);

        Reply again = post(first);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(receipt.body());
    }

    private Draft papers() {
        ObjectNode papers = about().put("taskNo", task("greening", filing));
        papers.putArray("documents").addObject().put("type", "traffic-plan").put("name", "交通疏解方案");
        return event(GRID, "permit.supplemented", papers);
    }

    private ObjectNode about() {
        return Plots.object().put("filingNo", filing.path("filingNo").asText());
    }

    /** On their way or there already. */
    private long passedOn() {
        return database()
                .sql("""
                SELECT (SELECT count(*) FROM delivery WHERE case_id = :case AND service = 'permit.supplemented')
                     + (SELECT count(*) FROM ledger_entry
                        WHERE case_id = :case AND service = 'permit.supplemented' AND direction = 'out')
                """)
                .param("case", caseNo(filing))
                .query(Long.class)
                .single();
    }
}
