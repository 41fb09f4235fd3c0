package org.dianqiao.connector.front;

import java.util.List;
import java.util.stream.Stream;

/**
 * A project 工程 that a front-end database told of.
 *
 * @param district in which its number is its own
 * @param number its `gcdm` there; several may have one project code
 * @param stage and `status`: how far it is, as last told
 * @param said by what one sees whether it is told again as it was
 * @param former codes under which it was told before, and stands until they are void
 */
record Project(
        String district,
        String number,
        String code,
        int stage,
        String status,
        String said,
        boolean withdrawn,
        List<String> former) {

    private static final int LAST_STAGE = 4;

    static Project coded(Row row, String code) {
        return new Project(row.district(), row.project(), code, 1, "3", row.words(), false, List.of());
    }

    /** With another code than before. */
    Project after(Project before) {
        Stream<String> last = before.withdrawn() ? Stream.empty() : Stream.of(before.code());
        return with(withdrawn, without(code, Stream.concat(before.former().stream(), last)));
    }

    boolean isOf(Row row) {
        return number.equals(row.project()) && district.equals(row.district());
    }

    /** Items beyond the four stages run beside them. */
    int stageOf(Item item) {
        return item.stage() >= 1 && item.stage() <= LAST_STAGE ? item.stage() : stage;
    }

    Project saying(String words) {
        return new Project(district, number, code, stage, status, words, false, former);
    }

    Project at(int newStage, String newStatus) {
        return new Project(district, number, code, newStage, newStatus, said, withdrawn, former);
    }

    Project taken() {
        return with(true, former);
    }

    Project takenAs(String formerCode) {
        return with(withdrawn, without(formerCode, former.stream()));
    }

    private static List<String> without(String one, Stream<String> codes) {
        return codes.filter(code -> !code.equals(one)).distinct().toList();
    }

    private Project with(boolean isWithdrawn, List<String> formerCodes) {
        return new Project(district, number, code, stage, status, said, isWithdrawn, formerCodes);
    }
}
