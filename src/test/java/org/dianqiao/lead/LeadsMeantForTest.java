package org.dianqiao.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.dianqiao.WithGateway;
import org.dianqiao.sandbox.Answer;
import org.dianqiao.sandbox.Letter;
import org.junit.jupiter.api.Test;

/** What a message about a project may say beside the usual. */
class LeadsMeantForTest extends WithGateway {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODE = "2611-410105-04-01-000019";

    @Test
    void goesToTheUtilityOfTheRegionWhenItIsAddressedToTheGateway() throws IOException {
        Answer answer = desk("approval.henan")
                .send(Letter.event("project.code-assigned", project()).to("gateway"));
        assertThat(answer.accepted()).isTrue();
        assertThat(utilityOf(CODE)).isEqualTo("grid.henan");
    }

    @Test
    void refusesWhatNoDatabaseCanKeep() throws IOException {
        assertThat(refusal(project().put("remark", "a\u0000b"))).isEqualTo("contract-violated");
        assertThat(refusal(project().put("investment10k", new BigDecimal("1e2000"))))
                .isEqualTo("contract-violated");
    }

    private static String refusal(ObjectNode payload) {
        return desk("approval.henan")
                .send(Letter.event("project.code-assigned", payload))
                .code();
    }

    private static String utilityOf(String code) {
        return database()
                .sql("SELECT utility FROM lead WHERE project_code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    private static ObjectNode project() throws IOException {
        return (ObjectNode) JSON.readTree("""
                {"projectCode": "2611-410105-04-01-000019", "projectName": "金水路 18 号改造", "regionCode": "410105",
                 "owner": {"kind": "enterprise", "name": "河南中原置业有限公司", "idType": "001",
                           "idNo": "91410100MA7K3D2F5N"},
                 "site": {"regionCode": "410105", "address": "郑州市金水区金水路 18 号"},
                 "assignedAt": "2026-11-20T10:00:00+08:00"}
                """);
    }
}
