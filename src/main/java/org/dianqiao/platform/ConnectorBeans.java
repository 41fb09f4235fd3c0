package org.dianqiao.platform;

import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.dianqiao.casework.Casefile;
import org.dianqiao.casework.Cases;
import org.dianqiao.catalogue.Catalogue;
import org.dianqiao.connector.Dialects;
import org.dianqiao.connector.Edge;
import org.dianqiao.connector.HeaderSignatures;
import org.dianqiao.connector.LeadThreads;
import org.dianqiao.connector.SideDoor;
import org.dianqiao.connector.SoapMessages;
import org.dianqiao.connector.Wsdls;
import org.dianqiao.connector.folder.Folders;
import org.dianqiao.connector.list.LeadNumbers;
import org.dianqiao.exchange.Attesting;
import org.dianqiao.exchange.OnBehalf;
import org.dianqiao.exchange.Passage;
import org.dianqiao.exchange.Porch;
import org.dianqiao.exchange.TurnedAway;
import org.dianqiao.files.Watched;
import org.dianqiao.lead.LeadRegister;
import org.dianqiao.partner.Partners;
import org.dianqiao.trust.SigningKey;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What other systems' dialects need: the side door, and the pen that writes down what they say. */
@Configuration(proxyBeanMethods = false)
class ConnectorBeans {

    @Bean
    Attesting attesting(SigningKey key, Catalogue catalogue, Clock clock) {
        return new Attesting(key, catalogue, clock);
    }

    @Bean
    Edge edge(Attesting attesting, CamelContext camel) {
        return new Edge(attesting, Passage.ofMessages(camel));
    }

    /** Not one that CXF makes of all that it finds in Spring. */
    @Bean(destroyMethod = "shutdown")
    Bus soapBus() {
        return new ExtensionManagerBus();
    }

    @Bean
    OnBehalf onBehalf(Attesting attesting, CamelContext camel) {
        return new OnBehalf(attesting, Passage.ofMessages(camel));
    }

    @Bean
    Folders listFolders(Settings settings) {
        return new Folders(settings.root());
    }

    /** A list's result names the leads that became of it; connectors know no conversation, so they are told here. */
    @Bean
    LeadNumbers leadNumbers(LeadRegister leads) {
        return leads::numbers;
    }

    /** Who answers a lead names its number only. */
    @Bean
    LeadThreads leadThreads(Cases cases) {
        return (leadNo, utility) -> cases.find(leadNo)
                .filter(file -> file.kind() == Casefile.Kind.LEAD && utility.equals(file.utility()))
                .map(Casefile::thread);
    }

    @Bean
    SideDoor sideDoor(
            Watched<Partners> partners,
            HeaderSignatures signatures,
            SoapMessages soap,
            Dialects dialects,
            TurnedAway turnedAway,
            Settings settings,
            Porch porch) {
        Wsdls wsdls = new Wsdls(settings.mappings().resolve("dialects"));
        return new SideDoor(partners, signatures, soap, dialects, wsdls, turnedAway, porch::isOpen);
    }

    @Bean
    FilterRegistrationBean<SideDoor> sideDoorBeforeEverything(SideDoor sideDoor) {
        FilterRegistrationBean<SideDoor> registration = new FilterRegistrationBean<>(sideDoor);
        registration.addUrlPatterns("/connect/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
