package org.dianqiao.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.dianqiao.AtTheDoor;
import org.dianqiao.Plots;
import org.dianqiao.Reply;
import org.dianqiao.exchange.KeptPartStore;
import org.dianqiao.exchange.KeptPartStore.Role;
import org.dianqiao.exchange.Part;
import org.dianqiao.ledger.EntryId;
import org.junit.jupiter.api.Test;

/** What a version before the vault left in clear is read as it is, and sealed while the gateway works. */
class RowsFromBeforeTest extends AtTheDoor {

    private static final byte[] OWNER = "河南中原置业有限公司".getBytes(StandardCharsets.UTF_8);

    private final String entry = EntryId.at(CLOCK.instant());

    @Test
    void sealsParts() {
        keep(OWNER);
        assertThat(read()).isEqualTo(OWNER);
        bean(VaultWatch.class).seal();
        assertThat(read()).isEqualTo(OWNER);
        assertSealed("part", OWNER);
    }

    @Test
    void sealsPieces() {
        keep(null);
        byte[] first = "河南中原".getBytes(StandardCharsets.UTF_8);
        byte[] second = "置业有限公司".getBytes(StandardCharsets.UTF_8);
        piece(0, first);
        piece(1, second);
        assertThat(read()).isEqualTo(OWNER);
        bean(VaultWatch.class).seal();
        assertThat(read()).isEqualTo(OWNER);
        assertSealed("part_piece", first);
    }

    @Test
    void sealsLeads() {
        String code = Plots.freshCode();
        accepted(post(event(PLATFORM, "project.code-assigned", Plots.coded(code))));
        database().sql("""
                        UPDATE lead SET told = NULL, milestones = '[]', answers = '[]', withdrawn = '{"reason": "项目取消"}',
                            details = '{"owner": {"name": "河南中原置业有限公司"}, "demand": {"capacityKw": 12000.50}}'
                        WHERE project_code = ?
                        """).param(code).update();
        assertLookedUp(code);
        bean(VaultWatch.class).seal();
        assertLookedUp(code);
        Map<String, Object> row = database()
                .sql("SELECT * FROM lead WHERE project_code = ?")
                .param(code)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("details", null)
                .containsEntry("milestones", null)
                .containsEntry("answers", null)
                .containsEntry("withdrawn", null);
        assertThat((byte[]) row.get("told")).isNotEmpty();
    }

    private static void assertLookedUp(String code) {
        Reply reply = accepted(post(query(GRID, "lead.lookup", Plots.leadOf(code))));
        assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                .contains("\"name\":\"河南中原置业有限公司\"")
                .contains("\"capacityKw\":12000.50")
                .contains("\"reason\":\"项目取消\"");
    }

    private void assertSealed(String table, byte[] clear) {
        database()
                .sql("SELECT sealed, content FROM " + table + " WHERE entry = ?")
                .param(entry)
                .query(row -> {
                    assertThat(row.getBoolean("sealed")).isTrue();
                    assertThat(new String(row.getBytes("content"), StandardCharsets.UTF_8))
                            .doesNotContain(new String(clear, StandardCharsets.UTF_8));
                });
    }

    private byte[] read() {
        return bean(KeptPartStore.class)
                .find(entry, Role.MESSAGE, 0, named())
                .orElseThrow()
                .bytes();
    }

    private static Part named() {
        return Part.of("owner", "text/plain", OWNER);
    }

    private void keep(byte[] content) {
        database()
                .sql("""
                        INSERT INTO part (entry, role, ordinal, service, name, type, length, sm3, content, sealed)
                        VALUES (?, 'message', 0, 'drill.held', 'owner', 'text/plain', ?, ?, ?, false)
                        """)
                .param(entry)
                .param(OWNER.length)
                .param(HexFormat.of().parseHex(named().sm3()))
                .param(content)
                .update();
    }

    private void piece(int number, byte[] content) {
        database().sql("""
                        INSERT INTO part_piece (entry, role, ordinal, piece, content, sealed)
                        VALUES (?, 'message', 0, ?, ?, false)
                        """).params(entry, number, content).update();
    }
}
