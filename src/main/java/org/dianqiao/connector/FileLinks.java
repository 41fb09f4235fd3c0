package org.dianqiao.connector;

import com.fasterxml.jackson.databind.JsonNode;
import org.dianqiao.codes.MappingFault;
import org.dianqiao.codes.Quoted;
import org.dianqiao.connector.Fetched.Missing;
import org.dianqiao.delivery.Heard;
import org.dianqiao.delivery.Heard.Raw;
import org.dianqiao.delivery.Heard.Silence;
import org.springframework.stereotype.Component;

/** Links to files, as licence services give them: to the file of the licence that was asked for, or to none. */
@Component
class FileLinks {

    private final LicenceAnswers licences;
    private final Addresses addresses;

    FileLinks(LicenceAnswers licences, Addresses addresses) {
        this.licences = licences;
        this.addresses = addresses;
    }

    Whereabouts read(Heard heard, String partner, String identifier, String mapping) {
        if (heard instanceof Raw raw) {
            return read(raw, partner, identifier, mapping);
        }
        return new Missing(FileFault.NOT_FETCHED, ((Silence) heard).problem());
    }

    private Whereabouts read(Raw raw, String partner, String identifier, String mapping) {
        try {
            JsonNode answer = licences.understand(raw, mapping);
            boolean taken = answer.path("outcome").asText().equals("taken");
            if (taken && answer.path("identifier").asText().equals(identifier)) {
                return link(answer.path("link").asText(), partner);
            }
            return noLink(raw, Quoted.code(answer.path("code").asText()));
        } catch (MappingFault fault) {
            return noLink(raw, "not understood: " + fault.getMessage());
        }
    }

    private static Missing noLink(Raw raw, String why) {
        return new Missing(FileFault.NO_LINK, "HTTP " + raw.status() + " " + why);
    }

    private Whereabouts link(String text, String partner) {
        return FileLink.of(text, addresses.endpoint(partner))
                .<Whereabouts>map(link -> link)
                .orElseGet(
                        () -> new Missing(FileFault.LINK_REFUSED, "it leads elsewhere than its partner's file says"));
    }
}
