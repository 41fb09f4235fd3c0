package org.dianqiao.connector.front;

/**
 * A project 工程 that a front-end database told of.
 *
 * @param number its `gcdm` there; several may have one project code
 * @param stage and `status`: how far it is, as last told
 * @param said by what one sees whether it is told again as it was
 */
record Project(String number, String code, int stage, String status, String said, boolean withdrawn) {

    private static final int LAST_STAGE = 4;

    static Project coded(String number, String code, String said) {
        return new Project(number, code, 1, "3", said, false);
    }

    /** Items beyond the four stages run beside them. */
    int stageOf(Item item) {
        return item.stage() >= 1 && item.stage() <= LAST_STAGE ? item.stage() : stage;
    }

    Project saying(String words) {
        return new Project(number, code, stage, status, words, false);
    }

    Project at(int newStage, String newStatus) {
        return new Project(number, code, newStage, newStatus, said, withdrawn);
    }

    Project taken() {
        return new Project(number, code, stage, status, said, true);
    }
}
