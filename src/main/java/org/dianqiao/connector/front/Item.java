package org.dianqiao.connector.front;

import org.jspecify.annotations.Nullable;

/**
 * An item under way 审批事项实例, the thing that details and documents are about.
 *
 * @param stage of the standard; 0 where it has none
 * @param taskOf the department whose task of ours it is, of which the number is the number; nobody's: only told of
 * @param passed whether the department has said so
 * @param documented whether it has said by which document
 */
record Item(
        String number,
        String project,
        int stage,
        String item,
        @Nullable String taskOf,
        boolean passed,
        boolean documented) {

    Item decided(boolean pass, boolean withDocument) {
        return new Item(number, project, stage, item, taskOf, passed || pass, documented || withDocument);
    }
}
