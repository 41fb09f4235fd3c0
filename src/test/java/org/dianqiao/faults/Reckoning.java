package org.dianqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dianqiao.sandbox.Incoming;
import org.dianqiao.sandbox.Message;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After the faults: what was acknowledged is compared with what the gateway remembers and the grid has heard. */
record Reckoning(Map<Message, Receipt> acknowledged, JdbcClient database, Henan henan) {

    /** Each message once: accepted, in the ledger, acted on, delivered. */
    void everythingHappenedOnce() {
        awaitEmptyQueue();
        assertThat(acceptedEntries()).containsExactlyInAnyOrderElementsOf(receiptEntries());
        assertThat(ledgerIds("in", "accepted")).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(texts("SELECT project_code FROM lead")).containsExactlyInAnyOrderElementsOf(projects());
        assertThat(heardProjects()).containsExactlyInAnyOrderElementsOf(projects());
        assertThat(ledgerIds("out", "delivered")).containsExactlyInAnyOrderElementsOf(heardIds());
        assertThat(texts("SELECT code || problem FROM dead_letter")).isEmpty();
    }

    /** A repeat gets the receipt that was given first, byte for byte. */
    void everyRepeatGetsTheFirstReceipt(URI gateway) throws IOException {
        for (Map.Entry<Message, Receipt> each : acknowledged.entrySet()) {
            HttpResponse<byte[]> answer = henan.post(gateway, each.getKey());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Receipt.of(answer)).isEqualTo(each.getValue());
        }
    }

    void everyReceiptIsSignedByTheGateway() {
        assertThat(acknowledged.values()).allMatch(receipt -> receipt.isSignedBy(henan.gatewayCertificate()));
    }

    private void awaitEmptyQueue() {
        await().pollInterval(Duration.ofMillis(100))
                .untilAsserted(() ->
                        assertThat(texts("SELECT message_id FROM delivery")).isEmpty());
    }

    private List<String> acceptedEntries() {
        return texts("SELECT a.message_id || ' ' || e.id FROM accepted a JOIN ledger_entry e ON e.id = a.entry");
    }

    private List<String> receiptEntries() {
        return acknowledged.entrySet().stream()
                .map(each ->
                        each.getKey().manifest().id() + " " + each.getValue().entry())
                .toList();
    }

    private List<String> ledgerIds(String direction, String outcome) {
        return database.sql("SELECT message_id FROM ledger_entry WHERE direction = ? AND outcome = ?")
                .params(direction, outcome)
                .query(String.class)
                .list();
    }

    private List<String> ids() {
        return messages().stream().map(message -> message.manifest().id()).toList();
    }

    private List<String> projects() {
        return messages().stream().map(message -> message.manifest().caseNo()).toList();
    }

    private Collection<Message> messages() {
        return acknowledged.keySet();
    }

    private List<String> heardProjects() {
        return henan.gridHeard().stream()
                .map(incoming -> incoming.manifest().caseNo())
                .toList();
    }

    private List<String> heardIds() {
        return henan.gridHeard().stream()
                .map(Incoming::manifest)
                .map(manifest -> manifest.id())
                .toList();
    }

    private List<String> texts(String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
