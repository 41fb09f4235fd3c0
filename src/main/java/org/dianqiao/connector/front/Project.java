package org.dianqiao.connector.front;

/**
 * A project 工程 that a front-end database told of.
 *
 * @param district in which its number is its own
 * @param number its `gcdm` there; several may have one project code
 * @param stage and `status`: how far it is, as last told
 * @param said by what one sees whether it is told again as it was
 */
record Project(String district, String number, String code, int stage, String status, String said, boolean withdrawn) {

    private static final int LAST_STAGE = 4;

    static Project coded(Row row, String code) {
        return new Project(row.district(), row.project(), code, 1, "3", row.words(), false);
    }

    boolean isOf(Row row) {
        return number.equals(row.project()) && district.equals(row.district());
    }

    /** Items beyond the four stages run beside them. */
    int stageOf(Item item) {
        return item.stage() >= 1 && item.stage() <= LAST_STAGE ? item.stage() : stage;
    }

    Project saying(String words) {
        return new Project(district, number, code, stage, status, words, false);
    }

    Project at(int newStage, String newStatus) {
        return new Project(district, number, code, newStage, newStatus, said, withdrawn);
    }

    Project taken() {
        return new Project(district, number, code, stage, status, said, true);
    }
}
