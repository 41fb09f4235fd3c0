package org.dianqiao.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dianqiao.WithGateway;
import org.dianqiao.sandbox.Letter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests that look at the console in a browser, with its content policy in force; no page may make it complain. */
abstract class WithBrowser extends WithGateway {

    static final String PROJECT = "2609-410105-04-01-123459";
    static final String MISTYPED = "2609-410105-04-01-123458";
    private static final double PATIENCE = 60_000;
    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    BrowserContext context;
    Page page;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void visit() {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(gateway().toString())
                        .setLocale("en-GB")
                        .setViewportSize(1280, 900));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void leave() {
        context.close();
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }

    void enterAs(String role) {
        page.navigate("/login");
        button(role).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("报文");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator row(String entry) {
        return page.locator("tr:has(#m-" + entry + ")");
    }

    /** The approval platform tells of the project; the entry that this became. */
    static String told(String projectCode) {
        String id = UUID.randomUUID().toString();
        desk("approval.henan")
                .send(Letter.event("project.code-assigned", project(projectCode))
                        .about(projectCode)
                        .id(id));
        return database()
                .sql("SELECT id FROM ledger_entry WHERE message_id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static JsonNode project(String code) {
        try {
            return new ObjectMapper().readTree("""
                    {"projectCode": "%s", "projectName": "中原·金水科创园一期", "regionCode": "410105",
                     "owner": {"kind": "enterprise", "name": "河南中原置业有限公司", "idType": "001",
                               "idNo": "91410100MA7K3D2F5N", "phone": "13812341234"},
                     "site": {"regionCode": "410105", "address": "河南省郑州市金水区杨金路与鸿宝路交叉口东北角"},
                     "assignedAt": "2026-11-21T10:00:00+08:00"}
                    """.formatted(code));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
