package org.dianqiao.connector.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.dianqiao.WithGateway;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A front-end database that has told of very many projects; whoever reads a page of it asks for a few. */
class ManyProjectsTest extends WithGateway {

    private static final String FRONT = "approval.of-many";
    private static final int ALL = 5_000;
    private static final int ASKED = 500;

    private final FrontStore store = bean(FrontStore.class);

    @Test
    void areFoundByNumberAndByCodeWithoutReadingThemAll() {
        store.keepProjects(
                FRONT,
                IntStream.range(0, ALL).mapToObj(ManyProjectsTest::project).toList());
        List<String> numbers =
                IntStream.range(0, ASKED).mapToObj(n -> "number-" + n).toList();
        List<String> codes =
                IntStream.range(ASKED - 1, ASKED + 3).mapToObj(n -> "code-" + n).toList();

        bean(TransactionTemplate.class).executeWithoutResult(status -> {
            assertThat(store.projects(FRONT, numbers, codes))
                    .extracting(Project::number)
                    .hasSize(ASKED + 3)
                    .containsAll(numbers)
                    .contains("number-" + ASKED, "number-" + (ASKED + 2));
            assertThat(rowsRead("front_project")).isBetween((long) ASKED, ALL / 2L);
        });
    }

    @Test
    void areFollowedByItemsThatAreFoundByNumber() {
        store.keepItems(
                FRONT, IntStream.range(0, ALL).mapToObj(ManyProjectsTest::item).toList());
        List<String> numbers =
                IntStream.range(0, ASKED).mapToObj(n -> "item-" + n).toList();

        bean(TransactionTemplate.class).executeWithoutResult(status -> {
            assertThat(store.items(FRONT, numbers))
                    .extracting(Item::number)
                    .containsExactlyInAnyOrderElementsOf(numbers);
            assertThat(rowsRead("front_item")).isBetween((long) ASKED, ALL / 2L);
        });
    }

    private static Project project(int n) {
        return new Project("411003", "number-" + n, "code-" + n, 1, "", "", false, List.of());
    }

    private static Item item(int n) {
        return new Item("item-" + n, "number-" + n, "411003", 1, "", null, null, false, false, false, false);
    }

    /** By this transaction. */
    private static long rowsRead(String table) {
        return database()
                .sql("SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = ?")
                .param(table)
                .query(Long.class)
                .single();
    }
}
