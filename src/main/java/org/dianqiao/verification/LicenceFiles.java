package org.dianqiao.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dianqiao.exchange.Replied;
import org.dianqiao.exchange.Said;
import org.dianqiao.exchange.Spool;
import org.dianqiao.ofd.Opinion.Seal;
import org.dianqiao.ofd.SealCheck;
import org.springframework.stereotype.Component;

/**
 * The files that come with a reply. Only who asked for them gets any, each is one licence's, and none is called sealed that
 * is not: what a licence service says in its own dialect was looked at where it came in, what one signs itself is looked
 * at here.
 */
@Component
class LicenceFiles {

    private static final String VALID = "valid";

    private final Spool spool;
    private final SealCheck seals;

    LicenceFiles(Spool spool, SealCheck seals) {
        this.spool = spool;
        this.seals = seals;
    }

    /** The first place in the reply at which something is wrong with them. */
    Optional<String> strangerIn(JsonNode question, JsonNode reply, Replied replied) {
        Map<String, Said> along = new HashMap<>();
        replied.further().forEach(said -> along.put(said.part().name(), said));
        JsonNode licences = reply.path("licences");
        for (int i = 0; i < licences.size(); i++) {
            JsonNode file = licences.get(i).path("file");
            Said said = along.remove(file.path("part").asText());
            boolean wanted = question.path("files").asBoolean();
            if (!file.isMissingNode() && (!wanted || said == null || !isRight(file, said, replied))) {
                return Optional.of("/licences/" + i + "/file");
            }
        }
        return along.isEmpty() ? Optional.empty() : Optional.of("parts");
    }

    private boolean isRight(JsonNode file, Said said, Replied replied) {
        return said.part().sm3().equals(file.path("sm3").asText())
                && said.part().type().equals(file.path("type").asText())
                && (replied.attested() != null || isSealedAsItSays(file, said));
    }

    private boolean isSealedAsItSays(JsonNode file, Said said) {
        Seal seal = spool.inFile(said.content(), seals::of).seal();
        return seal.presentable()
                && (seal == Seal.VALID || !file.path("seal").asText().equals(VALID));
    }
}
