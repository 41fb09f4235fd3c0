package org.dianqiao.verifier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** A report for programs: an object with the bundles, each as it is judged, and how many there were of each verdict. */
final class JsonReport implements Report {

    private final JsonGenerator json;

    JsonReport(PrintStream out) throws IOException {
        json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeArrayFieldStart("bundles");
    }

    @Override
    public void tell(Opinion opinion) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", Wording.harmless(opinion.name()));
        json.writeStringField("verdict", opinion.verdict().word());
        if (opinion.entry().isPresent()) {
            write(opinion.entry().get());
            json.writeNumberField("parts", opinion.parts());
            json.writeNumberField("there", opinion.there());
        }
        writeSigners(opinion.signers());
        writeProof(opinion);
        write("findings", opinion.findings());
        write("remarks", opinion.remarks());
        json.writeEndObject();
    }

    @Override
    public void end(Map<Verdict, Long> tally) throws IOException {
        json.writeEndArray();
        json.writeObjectFieldStart("tally");
        for (Map.Entry<Verdict, Long> entry : tally.entrySet()) {
            json.writeNumberField(entry.getKey().word(), entry.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private void write(Entry entry) throws IOException {
        json.writeObjectFieldStart("entry");
        json.writeStringField("id", entry.id());
        json.writeStringField("time", entry.at().toString());
        json.writeStringField("direction", entry.direction());
        json.writeStringField("partner", entry.partner());
        json.writeStringField("message", entry.messageId());
        json.writeStringField("kind", entry.kind());
        json.writeStringField("service", entry.service());
        json.writeStringField("outcome", entry.outcome());
        json.writeEndObject();
    }

    private void writeSigners(List<Signer> signers) throws IOException {
        json.writeArrayFieldStart("signers");
        for (Signer signer : signers) {
            json.writeStartObject();
            json.writeStringField("of", signer.what());
            json.writeStringField("subject", signer.certificate().name());
            json.writeStringField("serial", signer.certificate().serial().toString(16));
            json.writeStringField("anchor", signer.anchor().name());
            json.writeStringField("at", signer.at().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeProof(Opinion opinion) throws IOException {
        if (opinion.place().isPresent()) {
            json.writeNumberField("index", opinion.place().get().index());
        }
        if (opinion.head().isPresent()) {
            Head head = opinion.head().get();
            json.writeObjectFieldStart("head");
            json.writeNumberField("size", head.size());
            json.writeStringField("root", head.root());
            json.writeStringField("time", head.time().toString());
            json.writeEndObject();
        }
        if (opinion.stamped().isPresent()) {
            json.writeStringField("stamped", opinion.stamped().get().toString());
        }
    }

    private void write(String name, List<Note> notes) throws IOException {
        json.writeArrayFieldStart(name);
        for (Note note : notes) {
            json.writeStartObject();
            json.writeStringField("code", note.code());
            json.writeStringField("zh", note.wording().zh());
            json.writeStringField("en", note.wording().en());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
