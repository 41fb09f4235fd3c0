package org.dianqiao.partner;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.files.Yaml;
import org.dianqiao.partner.Endpoint.Transport;
import org.jspecify.annotations.Nullable;

/** Reads where a partner leaves its lists: in a folder of the gateway's, or on a server of its own. */
record FolderEntry(Yaml at, SecretPlaces secrets) {

    /** Only below it are there folders to which others may write. */
    private static final Path LISTS = Path.of("data", "lists");

    private static final List<String> UNUSED = List.of("signature", "service", "services", "letters", "refresh", "tls");
    private static final Set<String> OF_SFTP = Set.of("account", "secret", "key", "hostKeys");

    @Nullable
    Endpoint endpoint(Transport transport, String dialect) {
        UNUSED.forEach(name -> refuse(name, transport));
        at.text("url");
        if (transport == Transport.FOLDER) {
            OF_SFTP.forEach(name -> refuse(name, transport));
            return at.value("url", FolderEntry::folder)
                    .map(url -> new Endpoint(transport, url, dialect, Credentials.NONE))
                    .orElse(null);
        }
        Login login = LoginEntry.read(at, secrets);
        Optional<URI> url = at.value("url", FolderEntry::server);
        return url.map(there -> new Endpoint(transport, there, dialect, Credentials.NONE, login, List.of(), ""))
                .orElse(null);
    }

    private void refuse(String name, Transport transport) {
        Yaml unused = at.child(name);
        if (unused.present()) {
            unused.fault("`" + name + "` is not used with `transport: " + transport.word() + "`");
        }
    }

    private static URI folder(String text) {
        Path path = Path.of(text.replaceFirst("^file:", "")).normalize();
        boolean below = text.startsWith("file:") && !path.isAbsolute() && path.startsWith(LISTS);
        if (!below || path.getNameCount() != LISTS.getNameCount() + 1) {
            throw new IllegalArgumentException("a folder of data/lists is expected, as \"file:data/lists/name\"");
        }
        return URI.create(
                "file:" + String.join("/", LISTS.toString(), path.getFileName().toString()));
    }

    private static URI server(String text) {
        URI url = URI.create(text);
        boolean sftp = "sftp".equals(url.getScheme());
        if (!sftp || url.getHost() == null || url.getQuery() != null || url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an address like \"sftp://10.1.2.3:22/outbox\" without user is expected");
        }
        return url;
    }
}
