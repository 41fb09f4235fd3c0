package org.dianqiao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way. A wall that is moved is moved here first. */
@AnalyzeClasses(packages = "org.dianqiao", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseIsInOrderTest {

    @ArchTest
    static final ArchRule dependenciesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.dianqiao..")
            .layer("start")
            .definedBy("org.dianqiao", "org.dianqiao.doctor..", "org.dianqiao.platform..")
            .layer("web")
            .definedBy("org.dianqiao.web..")
            .layer("conversations")
            .definedBy(
                    "org.dianqiao.documents..",
                    "org.dianqiao.lead..",
                    "org.dianqiao.evidence..",
                    "org.dianqiao.upload..",
                    "org.dianqiao.permit..",
                    "org.dianqiao.progress..",
                    "org.dianqiao.verification..")
            .layer("casework")
            .definedBy("org.dianqiao.casework..")
            .layer("certificate")
            .definedBy("org.dianqiao.certificate..")
            .layer("connector")
            .definedBy("org.dianqiao.connector..")
            .layer("delivery")
            .definedBy("org.dianqiao.delivery..")
            .layer("exchange")
            .definedBy("org.dianqiao.exchange..")
            .layer("partner")
            .definedBy("org.dianqiao.partner..", "org.dianqiao.catalogue..")
            .layer("revocation")
            .definedBy("org.dianqiao.revocation..")
            .layer("ledger")
            .definedBy("org.dianqiao.ledger..")
            .layer("vault")
            .definedBy("org.dianqiao.vault..")
            .layer("ofd")
            .definedBy("org.dianqiao.ofd..")
            .layer("trust")
            .definedBy("org.dianqiao.trust..")
            .layer("policy")
            .definedBy("org.dianqiao.policy..")
            .layer("calendar")
            .definedBy("org.dianqiao.calendar..")
            .layer("codes")
            .definedBy("org.dianqiao.codes..")
            .layer("files")
            .definedBy("org.dianqiao.files..")
            .layer("sandbox")
            .definedBy("org.dianqiao.sandbox..")
            .layer("verifier")
            .definedBy("org.dianqiao.verifier..")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("conversations")
            .mayOnlyBeAccessedByLayers("start", "web")
            .whereLayer("casework")
            .mayOnlyBeAccessedByLayers("start", "web", "conversations")
            .whereLayer("certificate")
            .mayOnlyBeAccessedByLayers("start", "web", "conversations")
            .whereLayer("connector")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("start", "web", "conversations", "casework", "connector")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("start", "web", "conversations", "casework", "connector", "delivery")
            .whereLayer("revocation")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers("start", "web", "conversations", "casework", "connector", "delivery", "exchange")
            .whereLayer("vault")
            .mayOnlyBeAccessedByLayers(
                    "start",
                    "web",
                    "conversations",
                    "casework",
                    "certificate",
                    "connector",
                    "delivery",
                    "exchange",
                    "ledger")
            .whereLayer("ofd")
            .mayOnlyBeAccessedByLayers("start", "conversations", "certificate", "connector")
            .whereLayer("policy")
            .mayOnlyBeAccessedByLayers("start", "web", "conversations", "casework")
            .whereLayer("calendar")
            .mayOnlyBeAccessedByLayers("start", "web", "conversations", "casework", "policy")
            .whereLayer("sandbox")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("verifier")
            .mayOnlyBeAccessedByLayers("start");

    @ArchTest
    static final ArchRule theVerifierKnowsNothingOfOurs = classes()
            .that()
            .resideInAPackage("org.dianqiao.verifier..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.dianqiao.verifier..",
                    "java..",
                    "org.bouncycastle..",
                    "com.fasterxml.jackson.core..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule theSandboxKnowsNothingButTheProtocol = noClasses()
            .that()
            .resideInAPackage("org.dianqiao.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.camel..",
                    "org.dianqiao.trust..",
                    "org.dianqiao.exchange..",
                    "org.dianqiao.files..",
                    "org.dianqiao.codes..");

    @ArchTest
    static final ArchRule trustAndCodesKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.dianqiao.trust..",
                    "org.dianqiao.ofd..",
                    "org.dianqiao.codes..",
                    "org.dianqiao.calendar..",
                    "org.dianqiao.policy..",
                    "org.dianqiao.files..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.camel..");

    @ArchTest
    static final ArchRule onlyStepsAndTheDoorKnowCamel = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.dianqiao.exchange..",
                    "org.dianqiao.delivery..",
                    "org.dianqiao.documents..",
                    "org.dianqiao.lead..",
                    "org.dianqiao.evidence..",
                    "org.dianqiao.upload..",
                    "org.dianqiao.permit..",
                    "org.dianqiao.progress..",
                    "org.dianqiao.verification..",
                    "org.dianqiao.casework..",
                    "org.dianqiao.certificate..",
                    "org.dianqiao.revocation..",
                    "org.dianqiao.web..")
            .and()
            .haveSimpleNameNotEndingWith("Steps")
            .and()
            .haveSimpleNameNotStartingWith("Porch")
            .and()
            .doNotHaveSimpleName("Passage")
            .and()
            .doNotHaveSimpleName("Attempts")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule timeIsOurs = noClasses()
            .that()
            .resideOutsideOfPackage("org.dianqiao.sandbox..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static final ArchRule sqlStandsInStores = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Store")
            .and()
            .resideInAnyPackage(
                    "org.dianqiao.documents..",
                    "org.dianqiao.exchange..",
                    "org.dianqiao.lead..",
                    "org.dianqiao.evidence..",
                    "org.dianqiao.upload..",
                    "org.dianqiao.permit..",
                    "org.dianqiao.progress..",
                    "org.dianqiao.verification..",
                    "org.dianqiao.connector..",
                    "org.dianqiao.casework..",
                    "org.dianqiao.certificate..",
                    "org.dianqiao.web..",
                    "org.dianqiao.ledger..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.dianqiao.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule storesAreNotPublicKnowledgeOfPages =
            classes().that().haveSimpleNameEndingWith("Controller").should().resideInAPackage("org.dianqiao.web..");
}
