package org.dianqiao.bench;

/** Project codes by the thousand, with their check digit (MOD 11,10). */
final class ProjectCodes {

    private ProjectCodes() {}

    static String numbered(int number) {
        return numbered("410105", number);
    }

    static String numbered(String region, int number) {
        String head = "%04d-%s-04-01-%05d".formatted(2601 + number / 100_000, region, number % 100_000);
        int p = 10;
        for (char c : head.toCharArray()) {
            if (c != '-') {
                int s = (p + c - '0') % 10;
                p = 2 * (s == 0 ? 10 : s) % 11;
            }
        }
        return head + (11 - p) % 10;
    }
}
