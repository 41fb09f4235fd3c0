package org.dianqiao.web.evidence;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.dianqiao.ledger.LedgerTree;
import org.dianqiao.ledger.PatrolWatch;
import org.dianqiao.ledger.SealWatch;
import org.dianqiao.ledger.Stamps;
import org.dianqiao.web.console.Sparkline;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The ledger as a whole: how it grows, its heads and stamps, and what the watch says of it. */
@Controller
class TreeController {

    private static final int HEADS = 20;
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int STEPS = 48;

    private final LedgerTree tree;
    private final HeadStore heads;
    private final SealWatch watch;
    private final PatrolWatch patrol;
    private final Stamps stamps;
    private final Clock clock;

    TreeController(LedgerTree tree, HeadStore heads, SealWatch watch, PatrolWatch patrol, Stamps stamps, Clock clock) {
        this.tree = tree;
        this.heads = heads;
        this.watch = watch;
        this.patrol = patrol;
        this.stamps = stamps;
        this.clock = clock;
    }

    @GetMapping("/evidence")
    String page(Model model) {
        List<Long> sizes = heads.sizes(clock.instant(), STEP, STEPS);
        model.addAttribute("head", tree.newest());
        model.addAttribute("heads", heads.newest(HEADS));
        model.addAttribute("waiting", heads.waiting());
        model.addAttribute("today", sizes.get(STEPS) - sizes.get(0));
        model.addAttribute("growth", Sparkline.of(growth(sizes)));
        model.addAttribute("patrol", patrol.state());
        model.addAttribute("stamps", stamps.state());
        model.addAttribute("doubt", watch.trouble().orElse(null));
        return "tree";
    }

    private static List<Long> growth(List<Long> sizes) {
        return IntStream.range(1, sizes.size())
                .mapToObj(i -> sizes.get(i) - sizes.get(i - 1))
                .toList();
    }
}
