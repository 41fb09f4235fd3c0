package org.dianqiao.doctor;

import java.time.Instant;
import java.util.Optional;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.codes.CodeTables;
import org.dianqiao.codes.Mappings;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.partner.Partners;
import org.dianqiao.partner.SecretPlaces;
import org.dianqiao.platform.Keystore;
import org.dianqiao.platform.Settings;
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

    /** BadFiles where `serve` would not start. */
    static Home read(Settings settings) {
        Contracts contracts = Contracts.read(settings.mappings().resolve("contracts"));
        Catalogue catalogue = Catalogue.read(settings.mappings().resolve("services.yaml"), contracts::has);
        CodeTables tables = CodeTables.read(settings.mappings().resolve("codes"));
        SigningKey key = Keystore.signing(settings).key();
        return new Home(
                settings,
                contracts,
                catalogue,
                tables,
                Mappings.read(settings.mappings().resolve("dialects"), () -> tables),
                Partners.read(
                        settings.mappings().resolve("partners"),
                        catalogue,
                        new SecretPlaces(settings.root(), System.getenv()),
                        settings.id()),
                key,
                Trust.read(settings.trust(), key.chain()));
    }

    /** Why our own signature would not be believed. */
    Optional<String> ownObjection(Instant now) {
        return trust.objection(key.certificate(), now);
    }
}
