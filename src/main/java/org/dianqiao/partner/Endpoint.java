package org.dianqiao.partner;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner's messages go, and how it wants to be spoken to.
 *
 * @param transport `native` speaks DQX itself
 * @param dialect which folder of `routes/connectors` and `mappings/dialects` speaks for us; empty where it is DQX
 * @param credentials by what we know each other where nobody signs
 * @param login with what we enter where its lists are fetched by SFTP
 * @param files where else than at `url` its links to files may lead: hosts, with their ports where these are not the usual ones
 * @param tables of a database: how the names of its tables end, `_V3` or nothing
 * @param tls where connections to it are opened with a certificate of ours
 */
public record Endpoint(
        Transport transport,
        URI url,
        String dialect,
        Credentials credentials,
        @Nullable Login login,
        List<String> files,
        String tables,
        @Nullable Tls tls) {

    public enum Transport {
        NATIVE,
        REST,
        SOAP,
        DATABASE,
        FOLDER,
        SFTP;

        /** As a partner's file writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Endpoint(Transport transport, URI url, String dialect, Credentials credentials) {
        this(transport, url, dialect, credentials, null, List.of(), "");
    }

    public Endpoint(
            Transport transport,
            URI url,
            String dialect,
            Credentials credentials,
            @Nullable Login login,
            List<String> files,
            String tables) {
        this(transport, url, dialect, credentials, login, files, tables, null);
    }

    /** What is shown to who answers at this address: a certificate is for its partner's host, and nobody else's. */
    public Optional<Tls> shownAt(URI address) {
        return Optional.ofNullable(tls)
                .filter(own -> url.getHost() != null && url.getHost().equalsIgnoreCase(address.getHost()));
    }

    /** Whether the partner leaves lists somewhere, which we fetch. */
    public boolean isFolder() {
        return transport == Transport.FOLDER || transport == Transport.SFTP;
    }
}
