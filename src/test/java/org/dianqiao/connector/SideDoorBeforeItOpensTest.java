package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** While the routes do not run, who calls is told to come again: as its dialect says it, or as HTTP does. */
class SideDoorBeforeItOpensTest extends WithMarketing {

    @BeforeEach
    void knowJinan() {
        answers();
    }

    @Test
    void asksForACallBackAgainInJson() throws Exception {
        MockHttpServletResponse answer = calledBeforeItOpens("marketing/call-back", "application/json");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/json;charset=UTF-8");
        assertThat(answer.getContentAsString()).contains("\"code\":\"0002\"");
    }

    @Test
    void asksForACallBackAgainAsAnOrder() throws Exception {
        MockHttpServletResponse answer = calledBeforeItOpens("marketing/call-back", "text/xml");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("<ORDER>", "<code>0002</code>");
    }

    @Test
    void answersWithHttpWhereTheDialectHasNoWordForIt() throws Exception {
        MockHttpServletResponse answer = calledBeforeItOpens("marketing/question", "application/json");
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
        assertThat(answer.getContentAsString()).contains("\"code\":\"unavailable\"");
    }

    @Test
    void knowsEvenThenWhatIsNotTheirs() throws Exception {
        MockHttpServletResponse answer = calledBeforeItOpens("national-platform/call-back", "application/json");
        assertThat(answer.getStatus()).isEqualTo(404);
    }

    @Test
    void doesNotPromiseWhatNoRouteOpened() throws Exception {
        MockHttpServletResponse answer = called("marketing/call-back", "application/json", () -> true);
        assertThat(answer.getStatus()).isEqualTo(404);
    }
}
