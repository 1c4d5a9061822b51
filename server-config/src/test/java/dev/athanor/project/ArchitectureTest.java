// SPDX-License-Identifier: Apache-2.0
package dev.athanor.project;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.athanor.sql.render.ImpliedSources;
import dev.athanor.sql.render.SourceFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The layers: HTTP → web → app → domain, and a toolkit below that knows none of them. A rule without classes fails. */
@AnalyzeClasses(
        packages = "dev.athanor",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoJarsOfTests.class})
class ArchitectureTest {
    private static final String DOMAIN = "dev.athanor.domain..";
    private static final String SERVICES = "dev.athanor.app..";
    private static final String WEB = "dev.athanor.web..";
    private static final String SERVER = "dev.athanor.server..";
    private static final String MIGRATIONS = "dev.athanor.migrations..";
    private static final String SQL = "dev.athanor.sql..";
    private static final String ORM = "dev.athanor.orm..";
    private static final String ANNOTATIONS = "dev.athanor.annotations..";
    private static final String PROCESSOR = "dev.athanor.processor..";
    private static final String TESTING = "dev.athanor.testing..";
    private static final String TESTKIT = "dev.athanor.testkit..";

    @ArchTest
    static final ArchRule theToolkitKnowsNothingOfTheMonolith = noClasses()
            .that()
            .resideInAnyPackage(SQL, ORM, ANNOTATIONS, PROCESSOR, MIGRATIONS, TESTING, TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOMAIN, SERVICES, WEB, SERVER);

    @ArchTest
    static final ArchRule sqlStandsAlone = noClasses()
            .that()
            .resideInAPackage(SQL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.eclipse.persistence..", ORM, MIGRATIONS, TESTING, TESTKIT);

    /** What a statement is about, sessions find as renderers do; they write no SQL themselves. */
    @ArchTest
    static final ArchRule sessionsKnowStatementsOnly = noClasses()
            .that()
            .resideInAPackage(ORM)
            .should()
            .dependOnClassesThat(resideInAnyPackage(MIGRATIONS, "dev.athanor.sql.render..")
                    .and(not(belongToAnyOf(SourceFilter.class, ImpliedSources.class))));

    /** Applications have neither athanor-testing nor JUnit outside of their tests. */
    @ArchTest
    static final ArchRule sessionsForTestsAreOnTheirOwn = noClasses()
            .that()
            .resideInAPackage(ORM)
            .and()
            .resideOutsideOfPackage("dev.athanor.orm.testing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TESTING, "dev.athanor.orm.testing..", "org.junit..");

    @ArchTest
    static final ArchRule onePackageKnowsEclipseLink = noClasses()
            .that()
            .resideInAPackage("dev.athanor..")
            .and()
            .resideOutsideOfPackage("dev.athanor.orm.internal.eclipselink..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.persistence..");

    /** Applications may test by others than JUnit, on databases of their own. */
    @ArchTest
    static final ArchRule theTestKitStartsNothing = noClasses()
            .that()
            .resideInAPackage(TESTKIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.postgresql..", "io.zonky..", TESTING, MIGRATIONS);

    @ArchTest
    static final ArchRule theProcessorIsForCompilersOnly = noClasses()
            .that()
            .resideOutsideOfPackage(PROCESSOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROCESSOR, "com.palantir.javapoet..");

    /** It reads by names what entities say, and writes by names what tables use. */
    @ArchTest
    static final ArchRule theProcessorNeedsNothingOfWhatItWritesFor = noClasses()
            .that()
            .resideInAPackage(PROCESSOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", SQL, MIGRATIONS, TESTING);

    @ArchTest
    static final ArchRule statementsAreTreesThatDoNotPrintThemselves = noClasses()
            .that()
            .resideInAPackage("dev.athanor.sql.tree..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.athanor.sql", "dev.athanor.sql.render..");

    @ArchTest
    static final ArchRule theDomainIsPlainJpa = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    SERVICES, WEB, SERVER, MIGRATIONS, "jakarta.ejb..", "jakarta.ws.rs..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule servicesKnowNoHttp = noClasses()
            .that()
            .resideInAPackage(SERVICES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WEB, SERVER, "jakarta.ws.rs..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule theWebHasNoSqlAndNoEntities = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOMAIN, SERVER, MIGRATIONS, "jakarta.persistence..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule contextsOfTheDomainStandAlone =
            slices().matching("dev.athanor.domain.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule contextsOfTheServicesAreInNoCircle =
            slices().matching("dev.athanor.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule contextsTalkThroughInterfacesAndEvents =
            classes().that().resideInAPackage("dev.athanor.app.*..").should(new TalkThroughInterfacesAndRecords());

    /** Whoever calls has records in hand, and never an entity whose transaction is over. */
    @ArchTest
    static final ArchRule nothingOfJpaLeavesTheServices = codeUnits()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(SERVICES)
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .arePublic()
            .should(new SpeakOfNoEntities());

    @ArchTest
    static final ArchRule servicesAreKnownByTheirInterfaces = classes()
            .that()
            .resideInAPackage(SERVICES)
            .and()
            .haveSimpleNameEndingWith("Service")
            .should()
            .bePackagePrivate()
            .andShould()
            .beAnnotatedWith(ApplicationScoped.class);

    @ArchTest
    static final ArchRule internalPackagesAreTheirModulesOwn = noClasses()
            .that()
            .resideOutsideOfPackage(MIGRATIONS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.athanor.migrations.internal..");

    @ArchTest
    static final ArchRule theInsidesOfSessionsAreTheirOwn = noClasses()
            .that()
            .resideOutsideOfPackage(ORM)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.athanor.orm.internal..");

    @ArchTest
    static final ArchRule nothingButTheLauncherWritesToTheConsole =
            noClasses().that().resideOutsideOfPackage(SERVER).should(ACCESS_STANDARD_STREAMS);

    /** Who manages people is a manager; what is called after something else and so is not. */
    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .that()
            .resideInAPackage("dev.athanor..")
            .should()
            .haveNameMatching(".*[a-z](Impl|Helper|Utils?|Manager)");

    /** What is taken and given, and what is within lists and options of it, is neither the domain's nor JPA's. */
    private static final class SpeakOfNoEntities extends ArchCondition<JavaCodeUnit> {
        private static final DescribedPredicate<JavaClass> JPA =
                resideInAnyPackage(DOMAIN, "jakarta.persistence..", "org.eclipse.persistence..");

        SpeakOfNoEntities() {
            super("take and give nothing of JPA");
        }

        @Override
        public void check(JavaCodeUnit method, ConditionEvents events) {
            Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                    .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                    .filter(JPA)
                    .forEach(type -> events.add(
                            SimpleConditionEvent.violated(method, method.getDescription() + " has " + type.getName())));
        }
    }

    /** What a service knows of another context: what it offers, what that takes and gives, and its events. */
    private static final class TalkThroughInterfacesAndRecords extends ArchCondition<JavaClass> {
        /** Views are what all contexts show things by, and none of them. */
        private static final Pattern CONTEXT = Pattern.compile("dev\\.athanor\\.(?:domain|app)\\.(?!view$)(\\w+).*");

        TalkThroughInterfacesAndRecords() {
            super("know interfaces and records of other contexts' services only");
        }

        @Override
        public void check(JavaClass service, ConditionEvents events) {
            for (Dependency dependency : service.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                boolean offered = !resideInAPackage(DOMAIN).test(target) && (target.isInterface() || target.isRecord());
                if (!offered && isOfAnother(service, target)) {
                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
            }
        }

        private static boolean isOfAnother(JavaClass service, JavaClass target) {
            Matcher own = CONTEXT.matcher(service.getPackageName());
            Matcher theirs = CONTEXT.matcher(target.getPackageName());
            return own.matches() && theirs.matches() && !own.group(1).equals(theirs.group(1));
        }
    }

    /** Those that are run in the container, too. */
    static final class NoJarsOfTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
