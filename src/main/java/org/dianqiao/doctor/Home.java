package org.dianqiao.doctor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Mappings;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.files.BadFiles;
import org.dianqiao.files.Fault;
import org.dianqiao.partner.Partners;
import org.dianqiao.partner.SecretPlaces;
import org.dianqiao.platform.Keystore;
import org.dianqiao.platform.Settings;
import org.dianqiao.threads.Daemons;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Trust;

/** What the files of a gateway's home say, read as `serve` reads them. */
record Home(
        Settings settings,
        Contracts contracts,
        Catalogue catalogue,
        CodeTables tables,
        Mappings mappings,
        Partners partners,
        SigningKey key,
        Trust trust) {

    /**
     * BadFiles where `serve` would not start, with all that is wrong. What needs a file that is bad is not read. It is read
     * side by side: most of the time goes into compiling contracts and mappings.
     */
    static Home read(Settings settings) {
        return new Reading(settings).home();
    }

    private record Reading(Settings settings) {

        private static final Executor READERS = read -> Daemons.of("read", read).start();

        Home home() {
            Path folder = settings.mappings();
            var contracts = begin(() -> Contracts.read(folder.resolve("contracts")));
            var tables = begin(() -> CodeTables.read(folder.resolve("codes")));
            var routes = begin(() -> RouteFiles.require(settings.routes()));
            var key = begin(() -> Keystore.signing(settings).key());
            var catalogue = contracts.thenApplyAsync(
                    known -> Catalogue.read(folder.resolve("services.yaml"), known::has), READERS);
            var mappings =
                    tables.thenApplyAsync(known -> Mappings.read(folder.resolve("dialects"), () -> known), READERS);
            var partners = catalogue.thenApplyAsync(
                    known -> Partners.read(
                            folder.resolve("partners"),
                            known,
                            new SecretPlaces(settings.root(), System.getenv()),
                            settings.id()),
                    READERS);
            var trust = key.thenApplyAsync(ours -> Trust.read(settings.trust(), ours.chain()), READERS);
            List<Fault> faults = Stream.of(contracts, catalogue, partners, tables, mappings, routes, key, trust)
                    .flatMap(Reading::faults)
                    .distinct()
                    .toList();
            if (!faults.isEmpty()) {
                throw new BadFiles(faults);
            }
            return new Home(
                    settings,
                    contracts.join(),
                    catalogue.join(),
                    tables.join(),
                    mappings.join(),
                    partners.join(),
                    key.join(),
                    trust.join());
        }

        private <T> CompletableFuture<T> begin(Supplier<T> read) {
            return CompletableFuture.supplyAsync(read, READERS);
        }

        private static Stream<Fault> faults(CompletableFuture<?> read) {
            try {
                read.join();
                return Stream.empty();
            } catch (CompletionException e) {
                if (e.getCause() instanceof BadFiles bad) {
                    return bad.faults().stream();
                }
                throw e;
            }
        }
    }

    /** Why our own signature would not be believed. */
    Optional<String> ownObjection(Instant now) {
        return trust.objection(key.certificate(), now);
    }
}
