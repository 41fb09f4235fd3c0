package org.dianqiao.connector.list;

/**
 * What became of a row.
 *
 * @param written the project's code, as the list writes it
 */
record Fate(int row, String written, Outcome outcome, String sentence) {

    enum Outcome {
        TAKEN("已接收"),
        CHANGED("已更新"),
        UNCHANGED("未变化"),
        REFUSED("未接收");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
