package org.dianqiao.web.ledger;

import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;

import java.util.List;
import org.dianqiao.ledger.LedgerTree;
import org.dianqiao.ledger.NotInTheTree;
import org.dianqiao.trust.Sm3;
import org.dianqiao.web.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an auditor needs to check that the ledger is one, only grows, and holds an entry. No personal data is in it. */
@RestController
@RequestMapping(
        path = "/ledger/v1",
        method = {GET, HEAD})
class LedgerController {

    private static final int MOST_HEADS = 1000;
    private static final Problem MALFORMED = new Problem(
            400,
            "malformed",
            "A parameter is missing, is no whole number, or is out of the tree's range",
            "请核对参数：每个参数给出一次，为不带符号的十进制整数，且不超出最新树头的范围。",
            "Give each parameter once, as a whole number without a sign and within the newest head");

    private final LedgerTree tree;

    LedgerController(LedgerTree tree) {
        this.tree = tree;
    }

    record Proof(List<String> hashes) {}

    @RequestMapping("/head")
    ResponseEntity<byte[]> head() {
        return Sheet.NEWEST.json(tree.newest());
    }

    /** Oldest first. */
    @RequestMapping("/heads")
    ResponseEntity<byte[]> heads(@RequestParam MultiValueMap<String, String> query) {
        return Sheet.NEWEST.json(tree.heads(Figure.of("after", query), MOST_HEADS));
    }

    @RequestMapping("/proofs/inclusion")
    ResponseEntity<byte[]> inclusion(@RequestParam MultiValueMap<String, String> query) {
        return proof(tree.inclusion(Figure.of("index", query), Figure.of("size", query)));
    }

    @RequestMapping("/proofs/consistency")
    ResponseEntity<byte[]> consistency(@RequestParam MultiValueMap<String, String> query) {
        return proof(tree.consistency(Figure.of("from", query), Figure.of("to", query)));
    }

    /** The last tile of a level grows; its first hashes, asked for by their number, stay. */
    @RequestMapping("/tiles/{level}/{index}")
    ResponseEntity<byte[]> tile(
            @PathVariable String level, @PathVariable String index, @RequestParam MultiValueMap<String, String> query) {
        int height = Figure.within(0, LedgerTree.TOP_LEVEL, Figure.of(level));
        long place = Figure.of(index);
        if (query.containsKey("width")) {
            int width = Figure.within(1, LedgerTree.TILE, Figure.of("width", query));
            return Sheet.FOR_EVER.raw(hashes(height, place, width));
        }
        return tree.tile(height, place, LedgerTree.TILE)
                .map(Sheet.FOR_EVER::raw)
                .orElseGet(() -> Sheet.NEWEST.raw(hashes(height, place, tree.width(height, place))));
    }

    @ExceptionHandler(NotInTheTree.class)
    ResponseEntity<Problem> malformed() {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore())
                .body(MALFORMED);
    }

    private byte[] hashes(int level, long index, int width) {
        return tree.tile(level, index, width).orElseThrow(() -> new NotInTheTree("the tree does not reach so far"));
    }

    private static ResponseEntity<byte[]> proof(List<byte[]> hashes) {
        return Sheet.FOR_EVER.json(new Proof(hashes.stream().map(Sm3::hex).toList()));
    }
}
