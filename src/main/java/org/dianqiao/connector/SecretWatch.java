package org.dianqiao.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dianqiao.files.Watched;
import org.dianqiao.partner.Credentials;
import org.dianqiao.partner.Credentials.Refresh;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Partner;
import org.dianqiao.partner.Partners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Called by the clock on every node: asks platforms for new secrets before the old ones end, and tells when none comes. */
@Component
public class SecretWatch {

    private static final Logger log = LoggerFactory.getLogger(SecretWatch.class);

    private final RefreshedSecrets secrets;
    private final Watched<Partners> partners;
    private volatile Map<String, SecretState> told = Map.of();

    SecretWatch(RefreshedSecrets secrets, Watched<Partners> partners) {
        this.secrets = secrets;
        this.partners = partners;
    }

    public void refresh() {
        Map<String, SecretState> now = new TreeMap<>();
        for (Partner partner : partners.current().all()) {
            Endpoint endpoint = partner.endpoint();
            if (endpoint != null) {
                refresh(partner.id(), endpoint).ifPresent(state -> now.put(partner.id(), state));
            }
        }
        tell(now);
        told = Map.copyOf(now);
    }

    private Optional<SecretState> refresh(String partner, Endpoint endpoint) {
        Credentials credentials = endpoint.credentials();
        Refresh refresh = credentials.refresh();
        if (refresh == null) {
            return Optional.empty();
        }
        secrets.refresh(endpoint, refresh);
        return secrets.trouble(partner, credentials);
    }

    /** Platforms that cannot be asked anything. */
    public List<String> alarms() {
        return sentences(true);
    }

    /** Platforms that give no new secret while the one before is still in force. */
    public List<String> troubles() {
        return sentences(false);
    }

    private List<String> sentences(boolean over) {
        return told.values().stream()
                .filter(state -> state.over() == over)
                .map(SecretState::sentence)
                .sorted()
                .toList();
    }

    private void tell(Map<String, SecretState> now) {
        now.forEach((partner, state) -> {
            boolean known = Optional.ofNullable(told.get(partner))
                    .filter(before -> before.over() == state.over())
                    .isPresent();
            if (!known) {
                log.atLevel(state.level()).log(state.sentence());
            }
        });
    }
}
