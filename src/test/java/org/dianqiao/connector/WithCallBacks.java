package org.dianqiao.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dianqiao.Draft;
import org.dianqiao.platform.EmbeddedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tests with a marketing system that has an application, and calls back. */
abstract class WithCallBacks extends WithMarketing {

    protected static final ObjectMapper JSON = new ObjectMapper();
    protected static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One that they have. */
    protected String known() {
        answers().says("00000");
        String application = applied();
        awaitEnd(application, "delivered");
        return application;
    }

    protected static String callBack(String application, String type, String more) {
        return """
            {"data":{"preAppNo":"%s","sendElectType":"%s","appNo":"0041202611030001",\
            "auditTime":"20260930093000","auditContent":"如实"%s}}\
            """.formatted(number(application), type, more);
    }

    protected static String code(String body) throws Exception {
        HttpResponse<byte[]> answer = posted(body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
        return JSON.readTree(answer.body()).path("code").asText();
    }

    protected static HttpResponse<byte[]> posted(byte[] body) throws Exception {
        return HTTP.send(request(body).build(), BodyHandlers.ofByteArray());
    }

    protected static HttpRequest.Builder request(byte[] body) {
        return HttpRequest.newBuilder(callBacks())
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.ofByteArray(body));
    }

    protected static List<JsonNode> events(String application) {
        return StreamSupport.stream(lookup(application).path("timeline").spliterator(), false)
                .filter(event -> event.path("what").asText().equals("stage"))
                .toList();
    }

    protected static List<String> stages(String application) {
        return events(application).stream()
                .map(event ->
                        event.path("about").asText() + " " + event.path("state").asText())
                .toList();
    }

    /** Of call-backs with this number, as the ledger has them. */
    protected static List<Map<String, Object>> heard(String number) {
        return database().sql("""
            SELECT ledger_entry.* FROM ledger_entry
            WHERE direction = 'in' AND partner = ? AND outcome = 'accepted' AND case_id = (
                SELECT case_id FROM pre_application WHERE number = ?)
            """).params(GRID_OF_JINAN, number).query().listOfRows();
    }

    /** What became of a call-back that brought exactly this. */
    protected static List<String> outcomes(String original) {
        return outcomes(original.getBytes(StandardCharsets.UTF_8));
    }

    protected static List<String> outcomes(byte[] original) {
        return database()
                .sql("SELECT outcome, manifest FROM ledger_entry WHERE direction = 'in' AND partner = ?")
                .param(GRID_OF_JINAN)
                .query((row, n) -> Map.entry(row.getString(1), new String(row.getBytes(2), StandardCharsets.UTF_8)))
                .list()
                .stream()
                .filter(entry -> entry.getValue().contains(Draft.sm3(original)))
                .map(Map.Entry::getKey)
                .toList();
    }

    protected static JdbcClient owner() {
        EmbeddedDatabase database = bean(EmbeddedDatabase.class);
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword()));
    }
}
