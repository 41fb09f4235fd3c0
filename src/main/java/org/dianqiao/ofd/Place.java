package org.dianqiao.ofd;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where a file stands in a document, as another file of it says: from the root, or from where that one stands. */
final class Place {

    private static final int LONGEST = 512;

    private Place() {}

    /** @param from the file that says it */
    static String of(String location, String from) {
        String said = location.strip();
        String whole = said.startsWith("/") ? said : from.substring(0, from.lastIndexOf('/') + 1) + said;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : whole.split("/", -1)) {
            take(step, steps);
        }
        return String.join("/", steps);
    }

    private static void take(String step, Deque<String> steps) {
        if (step.equals("..")) {
            if (steps.pollLast() == null) {
                throw Unsound.notOfd("a path in it leads out of it");
            }
        } else if (!step.isEmpty() && !step.equals(".")) {
            steps.addLast(step);
        }
    }

    /** Whether every program that unpacks it puts it to the same place, below its folder. */
    static boolean isSound(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && !name.startsWith("/")
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.chars().noneMatch(Character::isISOControl)
                && !("/" + name + "/").matches(".*/(\\.\\.?)?/.*");
    }
}
