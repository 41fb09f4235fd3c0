package org.dianqiao.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.dianqiao.files.Watched;
import org.dianqiao.trust.NotSignedData;
import org.dianqiao.trust.SignedData;
import org.dianqiao.trust.Sm3;
import org.dianqiao.trust.Trust;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an entry's row beside what is sealed, held against the manifests whose digests are sealed: the case,
 * the answer's body and its signature. Where the parts are kept is no word of anybody's, and parts are erased in time.
 */
record SealedEntry(Watched<Trust> trust) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is not as the manifests say. */
    Optional<String> objection(Entry entry) {
        if (!isOfItsCase(entry)) {
            return Optional.of("stands under another case than its manifest names");
        }
        Signed answer = entry.answer();
        if (answer == null) {
            return Optional.empty();
        }
        if (!isItsBody(answer, entry.answerBody())) {
            return Optional.of("has an answer with another body than its manifest names");
        }
        return holds(answer) ? Optional.empty() : Optional.of("has an answer whose signature does not hold");
    }

    private static boolean isOfItsCase(Entry entry) {
        return Objects.equals(read(entry.message()).path("case").textValue(), entry.caseId());
    }

    /** The bodies of replies hold personal data, and stand elsewhere. */
    private static boolean isItsBody(Signed answer, byte @Nullable [] body) {
        JsonNode manifest = read(answer);
        String named = manifest.at("/parts/0/sm3").textValue();
        return (body == null || body.length == 0)
                ? named == null || manifest.path("kind").asText().equals("reply")
                : Sm3.hex(Sm3.of(body)).equals(named);
    }

    /** A signer who is not known any more, and sent no certificate along, was judged when the answer came. */
    private boolean holds(Signed answer) {
        try {
            SignedData signed = SignedData.read(answer.signature());
            return signed.signer(trust.current())
                    .map(signer -> signed.holds(answer.manifest(), signer))
                    .orElse(true);
        } catch (NotSignedData e) {
            return false;
        }
    }

    private static JsonNode read(Signed signed) {
        try {
            return JSON.readTree(signed.manifest());
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
