package org.dianqiao.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What the outside systems say, in its order: of a developer in Zhengzhou, one plot, one project code, from the code to
 * the site's supply and the plot's own; of a bakery in Jinan; of a tea maker in Huangshan; of Xuchang, which has no
 * messages of its own.
 */
final class Story {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Sandbox sandbox;
    private final Stage stage;

    Story(Sandbox sandbox, Stage stage) {
        this.sandbox = sandbox;
        this.stage = stage;
    }

    /** An interruption ends it early. */
    void play() throws InterruptedException {
        Grid henan = sandbox.grid();
        new ProjectChapter(sandbox.approvalPlatform(), henan, stage).play();
        new SupplyChapter(henan, sandbox.department("greening.zhengzhou"), stage).play();
        new PowerChapter(sandbox.desk("window.zhengzhou"), stage).play();
        for (Shop shop : Shop.ALL) {
            new CommitmentChapter(shop, sandbox.grid(shop.utility().id()), stage).play();
        }
        Optional<Neighbour> neighbour = sandbox.neighbour();
        if (neighbour.isPresent()) {
            new NeighbourChapter(neighbour.get(), stage).play();
        }
    }

    /** How an office writes the time: Beijing's, to the second. */
    static String time(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(at.atZone(CHINA));
    }
}
