package org.dianqiao.exchange;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dianqiao.files.Fault;

/** What can be wrong with contracts that are JSON: not a schema, a reference to nowhere, a format that nobody checks. */
record ContractFaults(Map<String, ContractFile> files, JsonSchema metaSchema, Set<String> formats) {

    List<Fault> find() {
        List<Fault> faults = new ArrayList<>();
        for (ContractFile file : files.values()) {
            findOffences(file, faults);
            findStrangeNames(file, faults);
            file.each("$ref", (place, reference) -> findReference(file, place, reference, faults));
            file.each("format", (place, format) -> findFormat(file, place, format, faults));
        }
        return faults;
    }

    private void findOffences(ContractFile file, List<Fault> faults) {
        metaSchema
                .validate(file.root())
                .forEach(found -> faults.add(file.fault(
                        found.getInstanceLocation().toString(), "not JSON Schema 2020-12: " + found.getMessage())));
    }

    private void findStrangeNames(ContractFile file, List<Fault> faults) {
        if (!file.root().path("$id").asText().equals(file.fileName())) {
            faults.add(file.fault("/$id", "`$id` must be the file's name, " + file.fileName()));
        }
        if (!file.root().path("$schema").asText().equals(Contracts.META_SCHEMA)) {
            faults.add(file.fault("/$schema", "`$schema` must be " + Contracts.META_SCHEMA));
        }
    }

    private void findReference(ContractFile file, String place, JsonNode reference, List<Fault> faults) {
        if (reference.isTextual() && !leadsSomewhere(file, reference.asText())) {
            faults.add(file.fault(place, "`" + reference.asText() + "` leads nowhere"));
        }
    }

    private boolean leadsSomewhere(ContractFile from, String reference) {
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : reference.substring(hash + 1);
        ContractFile target = name.isEmpty() ? from : files.get(name);
        boolean pointer = fragment.isEmpty() || fragment.startsWith("/");
        return target != null
                && pointer
                && !target.root().at(JsonPointer.compile(fragment)).isMissingNode();
    }

    private void findFormat(ContractFile file, String place, JsonNode format, List<Fault> faults) {
        if (format.isTextual() && !formats.contains(format.asText())) {
            faults.add(file.fault(place, "nobody checks the format `" + format.asText() + "`"));
        }
    }
}
