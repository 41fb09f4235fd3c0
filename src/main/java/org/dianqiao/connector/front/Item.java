package org.dianqiao.connector.front;

import org.jspecify.annotations.Nullable;

/**
 * An item under way 审批事项实例, the thing that details and documents are about.
 *
 * @param project the number of its project, and `district` in which that is its own
 * @param stage of the standard; 0 where it has none
 * @param taskOf the department whose task of ours it is, of which the number is the number; nobody's: only told of
 * @param filing by which the task came
 * @param passed whether the department has said so
 * @param documented whether it has said by which document
 * @param supplemented whether papers were handed in of which it has said nothing yet
 * @param withdrawn whether it was told as taken back
 */
record Item(
        String number,
        String project,
        String district,
        int stage,
        String item,
        @Nullable String taskOf,
        @Nullable String filing,
        boolean passed,
        boolean documented,
        boolean supplemented,
        boolean withdrawn) {

    static Item task(String number, String project, String item, String department, String filing) {
        return new Item(number, project, "", 0, item, department, filing, false, false, false, false);
    }

    static Item toldOf(Row row, Project project, int stage, String item) {
        return new Item(
                row.item(), project.number(), project.district(), stage, item, null, null, false, false, false, false);
    }

    Item decided(boolean pass, boolean withDocument) {
        return as(passed || pass, documented || withDocument, supplemented, withdrawn);
    }

    Item resumed() {
        return as(passed, documented, false, withdrawn);
    }

    Item taken() {
        return as(passed, documented, supplemented, true);
    }

    private Item as(boolean hasPassed, boolean isDocumented, boolean isSupplemented, boolean isWithdrawn) {
        return new Item(
                number,
                project,
                district,
                stage,
                item,
                taskOf,
                filing,
                hasPassed,
                isDocumented,
                isSupplemented,
                isWithdrawn);
    }
}
