package org.dianqiao.partner;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dianqiao.files.Yaml;
import org.dianqiao.partner.Credentials.Signature;
import org.dianqiao.partner.Endpoint.Transport;
import org.jspecify.annotations.Nullable;

/** Reads the `endpoint` of a partner's file. */
final class EndpointEntry {

    private static final Set<String> MEMBERS = members();

    private static final String HOST = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9]\\d{0,4})?";

    private final Yaml at;
    private final SecretPlaces secrets;

    private EndpointEntry(Yaml at, SecretPlaces secrets) {
        this.at = at;
        this.secrets = secrets;
    }

    private static Set<String> members() {
        Set<String> members = new HashSet<>(CredentialsEntry.MEMBERS);
        members.addAll(LoginEntry.MEMBERS);
        members.addAll(Set.of("transport", "url", "dialect", "files", "tables", "tls"));
        return Set.copyOf(members);
    }

    static @Nullable Endpoint read(Yaml at, SecretPlaces secrets) {
        return new EndpointEntry(at, secrets).endpoint();
    }

    private @Nullable Endpoint endpoint() {
        at.only(MEMBERS);
        at.text("transport");
        Transport transport = at.word("transport", Transport.class).orElse(Transport.NATIVE);
        if (transport == Transport.FOLDER || transport == Transport.SFTP) {
            return new FolderEntry(at, secrets).endpoint(transport, dialect(transport));
        }
        LoginEntry.refuse(at);
        at.text("url");
        boolean database = transport == Transport.DATABASE;
        Optional<URI> url = at.value("url", database ? DatabaseUrl::read : EndpointEntry::url);
        String dialect = dialect(transport);
        Credentials credentials = database ? CredentialsEntry.login(at, secrets) : CredentialsEntry.read(at, secrets);
        String tables = tables(database);
        if (transport == Transport.NATIVE && credentials.signature() != Signature.NONE) {
            at.fault("who speaks DQX (`native`) signs each message and has no `signature` here");
        }
        if (transport != Transport.SOAP && credentials.signature() == Signature.WS_SECURITY) {
            at.fault("`ws-security` signs SOAP messages: it wants `transport: soap`");
        }
        List<String> files = files(transport);
        Tls tls = url.map(there -> tls(transport, there)).orElse(null);
        return url.map(there -> new Endpoint(transport, there, dialect, credentials, null, files, tables, tls))
                .orElse(null);
    }

    private @Nullable Tls tls(Transport transport, URI url) {
        boolean ours = transport == Transport.REST || transport == Transport.SOAP;
        if (at.child("tls").present() && !(ours && "https".equals(url.getScheme()))) {
            at.fault("`tls` shows a certificate of ours to a `rest` or `soap` system at an https address");
        }
        return TlsEntry.read(at, secrets);
    }

    private String dialect(Transport transport) {
        if (transport != Transport.NATIVE) {
            return at.value("dialect", EndpointEntry::folder).orElseGet(() -> {
                at.text("dialect");
                return "";
            });
        }
        at.maybe("dialect").ifPresent(any -> at.fault("who is spoken to in DQX (`native`) has no `dialect`"));
        return "";
    }

    private List<String> files(Transport transport) {
        List<String> hosts = at.texts("files");
        if (transport == Transport.NATIVE && !hosts.isEmpty()) {
            at.fault("who speaks DQX (`native`) sends files along and has no `files` here");
        }
        hosts.stream()
                .filter(host -> !host.matches(HOST))
                .forEach(host -> at.fault("`" + host + "` in `files` is no host, nor host:port"));
        return List.copyOf(hosts);
    }

    private String tables(boolean database) {
        if (!database) {
            at.maybe("tables").ifPresent(any -> at.fault("only a `database` has `tables`"));
        }
        return at.value("tables", EndpointEntry::ending).orElse("");
    }

    private static String ending(String text) {
        if (!text.matches("_[A-Z0-9_]{1,20}")) {
            throw new IllegalArgumentException("how the names of the tables end is expected, as \"_V3\"");
        }
        return text;
    }

    private static String folder(String text) {
        if (!text.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("a folder of mappings/dialects is expected");
        }
        return text;
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getQuery() != null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("an http or https address without query or user is expected");
        }
        return url;
    }
}
