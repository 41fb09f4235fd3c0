package org.dianqiao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageControllerTest {

    @Test
    void leadsBackToThePageOneCameFrom() {
        assertThat(LanguageController.back("https://bridge.example/deliveries?x=1"))
                .isEqualTo("/deliveries?x=1");
        assertThat(LanguageController.back(null)).isEqualTo("/");
    }

    @Test
    void neverLeadsToAnotherSite() {
        assertThat(LanguageController.back("https://bridge.example//evil.example/"))
                .isEqualTo("/");
        assertThat(LanguageController.back("mailto:li.wei@example.com")).isEqualTo("/");
        assertThat(LanguageController.back("https://a b")).isEqualTo("/");
    }
}
