package org.dianqiao.revocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.dianqiao.files.WholeFile;
import org.dianqiao.trust.ListPoint;
import org.dianqiao.trust.RevocationList;
import org.dianqiao.trust.Trust;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of fetched lists, which stand there for the next start without a network. One file for each list, named
 * by whose it is: whatever a server says, a list is replaced by a newer version of itself and by nothing else.
 */
public final class FetchedLists {

    private static final Logger log = LoggerFactory.getLogger(FetchedLists.class);

    private final Path folder;

    public FetchedLists(Path folder) {
        this.folder = folder;
    }

    /** The list that the file is, if it is one that may count. Kept where it is news. */
    RevocationList keep(byte[] file, ListPoint point, Trust trust, Instant now) throws NotFetched {
        RevocationList list = list(file, trust);
        require(
                list.belongsTo(point),
                "a revocation list of another authority, or for another address, " + list.issuer());
        require(list.end().isAfter(now), "an old revocation list, which ended at " + list.nextUpdate());
        Path place = folder.resolve(list.part().id() + ".crl");
        Optional<RevocationList> held = held(place, trust);
        require(
                held.isEmpty() || !held.get().isNewerThan(list),
                "an older revocation list than before, published at " + list.published());
        if (held.isEmpty() || list.isNewerThan(held.get())) {
            replace(place, list.der());
            log.info(
                    "Fetched the revocation list of {}: published {}, next update {}",
                    list.issuer(),
                    list.published(),
                    list.nextUpdate());
        }
        return list;
    }

    /** What comes may be anything, made to make a reader stumble. */
    private static RevocationList list(byte[] file, Trust trust) throws NotFetched {
        try {
            return trust.list(file);
        } catch (RuntimeException e) {
            throw new NotFetched("no revocation list: " + e.getMessage());
        }
    }

    /** Nothing where the file cannot be believed: a new one can only be better. */
    private static Optional<RevocationList> held(Path place, Trust trust) throws NotFetched {
        try {
            return Files.exists(place) ? Optional.of(list(Files.readAllBytes(place), trust)) : Optional.empty();
        } catch (NotFetched broken) {
            return Optional.empty();
        } catch (IOException e) {
            throw new NotFetched("%s cannot be read: %s".formatted(place, e));
        }
    }

    private void replace(Path place, byte[] list) throws NotFetched {
        try {
            Files.createDirectories(folder);
            WholeFile.write(place, list);
        } catch (IOException e) {
            throw new NotFetched("%s cannot be written: %s".formatted(place, e));
        }
    }

    private static void require(boolean holds, String otherwise) throws NotFetched {
        if (!holds) {
            throw new NotFetched(otherwise);
        }
    }
}
