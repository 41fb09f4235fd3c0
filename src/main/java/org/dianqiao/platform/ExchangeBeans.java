package org.dianqiao.platform;

import java.time.Clock;
import java.util.List;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.delivery.Bell;
import org.dianqiao.delivery.DeadLetterStore;
import org.dianqiao.delivery.DeliveryParts;
import org.dianqiao.delivery.DeliveryStore;
import org.dianqiao.delivery.Dispatcher;
import org.dianqiao.delivery.Node;
import org.dianqiao.delivery.Outbox;
import org.dianqiao.exchange.Answers;
import org.dianqiao.exchange.Checks;
import org.dianqiao.exchange.Contracts;
import org.dianqiao.exchange.Parts;
import org.dianqiao.exchange.Porch;
import org.dianqiao.exchange.Rates;
import org.dianqiao.exchange.Scrutiny;
import org.dianqiao.exchange.Signatures;
import org.dianqiao.exchange.Spool;
import org.dianqiao.exchange.TurnedAway;
import org.dianqiao.exchange.UploadedPartStore;
import org.dianqiao.files.Watched;
import org.dianqiao.ledger.LedgerStore;
import org.dianqiao.ledger.LedgerTree;
import org.dianqiao.partner.Partners;
import org.dianqiao.partner.SecretPlaces;
import org.dianqiao.trust.SigningKey;
import org.dianqiao.trust.Trust;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.Ordered;

/** The exchange, put together from the operator's files. */
@Configuration(proxyBeanMethods = false)
class ExchangeBeans {

    @Bean
    Contracts contracts(Settings settings) {
        return Contracts.read(settings.mappings().resolve("contracts"));
    }

    @Bean
    Catalogue catalogue(Settings settings, Contracts contracts) {
        return Catalogue.read(settings.mappings().resolve("services.yaml"), contracts::has);
    }

    /** Their secrets may be the sandbox's, which are made with its keys. */
    @Bean
    @DependsOn("signingKey")
    Watched<Partners> partners(Settings settings, Catalogue catalogue) {
        var folder = settings.mappings().resolve("partners");
        var secrets = new SecretPlaces(settings.root(), System.getenv());
        return new Watched<>(
                List.of(
                        folder,
                        settings.secrets(),
                        settings.playedSecrets(),
                        settings.root().resolve("certs/partners"),
                        settings.root().resolve("certs/systems")),
                () -> Partners.read(folder, catalogue, secrets, settings.id()));
    }

    @Bean
    Signatures signatures(Watched<Trust> trust) {
        return new Signatures(trust);
    }

    @Bean
    Checks checks(
            Settings settings,
            Parts parts,
            Signatures signatures,
            Watched<Partners> partners,
            Catalogue catalogue,
            Contracts contracts,
            List<Scrutiny> scrutinies,
            Clock clock) {
        Rates rates = new Rates(System::nanoTime);
        return new Checks(signatures, partners, catalogue, contracts, scrutinies, rates, parts, clock, settings.id());
    }

    @Bean
    Spool spool(FolderLock data) {
        return new Spool(data.folder().resolve("spool"));
    }

    @Bean
    Parts parts(Spool spool, UploadedPartStore uploaded) {
        return new Parts(spool, uploaded);
    }

    @Bean
    Answers answers(Settings settings, SigningKey key, LedgerTree tree, Clock clock) {
        return new Answers(settings.id(), key, tree, clock);
    }

    @Bean
    Node node(FolderLock data) {
        return Node.of(data.folder());
    }

    @Bean
    Bell bell() {
        return new Bell();
    }

    @Bean
    Outbox outbox(
            Settings settings,
            SigningKey key,
            Catalogue catalogue,
            DeliveryParts parts,
            DeliveryStore deliveries,
            DeadLetterStore deadLetters,
            LedgerStore ledger,
            Dispatcher dispatcher,
            Clock clock) {
        return new Outbox(settings.id(), key, catalogue, parts, deliveries, deadLetters, ledger, dispatcher, clock);
    }

    @Bean
    Porch porch(TurnedAway turnedAway) {
        return new Porch(turnedAway);
    }

    @Bean
    FilterRegistrationBean<Porch> porchBeforeEverything(Porch porch) {
        FilterRegistrationBean<Porch> registration = new FilterRegistrationBean<>(porch);
        registration.addUrlPatterns("/exchange/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
