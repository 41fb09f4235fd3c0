package org.dianqiao.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dianqiao.sandbox.Newcomers;
import org.dianqiao.sandbox.Signatories;

/** Anybody who watches the ledger from outside. What does not hold is a {@link Finding}. */
final class Auditor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int TILE = 256;
    private static final int HASH = 32;

    private final URI ledger;
    private final Signatories gateway;

    static final class Finding extends RuntimeException {
        Finding(String what) {
            super(what);
        }
    }

    Auditor(URI url, Signatories gateway) {
        this.ledger = url.resolve("/ledger/v1/");
        this.gateway = gateway;
    }

    Head head() {
        return signed(Head.of(json("head")));
    }

    List<Head> heads(long after) {
        return StreamSupport.stream(json("heads?after=" + after).spliterator(), false)
                .map(Head::of)
                .map(this::signed)
                .toList();
    }

    Head signed(Head head) {
        require(Newcomers.sealedBy(gateway, head.text(), head.signature()), "not signed by the gateway: " + head);
        return head;
    }

    /** The later tree holds the earlier one, unchanged. */
    void requireGrowth(Head from, Head to) {
        if (from.size() == 0) {
            require(Arrays.equals(from.root(), Rfc9162.mth(List.of())), "an empty tree with a root of its own");
            return;
        }
        List<byte[]> proof = hashes("proofs/consistency?from=" + from.size() + "&to=" + to.size());
        require(
                Rfc9162.consistent(from.size(), from.root(), to.size(), to.root(), proof),
                "two trees that are not one: " + from + ", " + to);
    }

    void requireHeld(byte[] entry, long index, Head head) {
        List<byte[]> proof = hashes("proofs/inclusion?index=" + index + "&size=" + head.size());
        require(
                Rfc9162.includes(Rfc9162.leaf(entry), index, head.size(), head.root(), proof),
                "the entry is not leaf " + index + " of " + head);
    }

    /** All leaves of a tree, from its tiles. */
    List<byte[]> leaves(long size) {
        List<byte[]> leaves = new ArrayList<>();
        for (long tile = 0; leaves.size() < size; tile++) {
            long width = Math.min(TILE, size - leaves.size());
            leaves.addAll(tile(0, tile, width == TILE ? "" : "?width=" + width));
        }
        return leaves;
    }

    List<byte[]> tile(int level, long index, String query) {
        byte[] raw = get("tiles/" + level + "/" + index + query).body();
        List<byte[]> hashes = new ArrayList<>();
        for (int at = 0; at < raw.length; at += HASH) {
            hashes.add(Arrays.copyOfRange(raw, at, at + HASH));
        }
        return hashes;
    }

    private List<byte[]> hashes(String proof) {
        return StreamSupport.stream(json(proof).path("hashes").spliterator(), false)
                .map(hash -> HexFormat.of().parseHex(hash.asText()))
                .toList();
    }

    private JsonNode json(String what) {
        try {
            return JSON.readTree(get(what).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> get(String what) {
        try {
            HttpResponse<byte[]> answer =
                    HTTP.send(HttpRequest.newBuilder(ledger.resolve(what)).build(), BodyHandlers.ofByteArray());
            require(answer.statusCode() == 200, what + ": " + answer.statusCode());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Finding(otherwise);
        }
    }
}
