package org.dianqiao.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A supply that is written down at its end instead of while it goes on. */
class BurstsOfStagesTest extends WithApplications {

    @Test
    void areOneFindingHoweverManyStagesAreTold() {
        ObjectNode application = applied(highVoltage());

        Stream.of(
                        "accepted",
                        "scheme-answered",
                        "design-reviewed",
                        "mid-inspected",
                        "customer-works",
                        "grid-works",
                        "completion-inspected",
                        "contract-signed",
                        "connected",
                        "archived")
                .forEach(stage -> tell(application, stage, "finished"));

        assertThat(findings(lookup(application))).containsExactly("back-filled");
        assertThat(database()
                        .sql("SELECT kind FROM finding WHERE case_no = ?")
                        .param(lookup(application).path("caseNo").asText())
                        .query(String.class)
                        .list())
                .as("as the supervisor's report counts")
                .containsExactly("back-filled");
    }
}
