package org.dianqiao.connector.folder;

import java.io.IOException;
import java.nio.file.Path;
import org.dianqiao.partner.Endpoint;
import org.dianqiao.partner.Endpoint.Transport;

/** Opens the folder that a partner's file names. */
public final class Folders {

    private final Path home;

    public Folders(Path home) {
        this.home = home;
    }

    public Folder open(Endpoint endpoint) throws IOException {
        return endpoint.transport() == Transport.SFTP
                ? SftpFolder.open(endpoint)
                : HomeFolder.of(home, Path.of(endpoint.url().getSchemeSpecificPart()));
    }
}
