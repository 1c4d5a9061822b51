// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import dev.athanor.annotations.Hybrid;
import dev.athanor.it.press.TestRunner;
import dev.athanor.it.press.unit.KeptSpans;
import dev.athanor.it.press.unit.ServerUnit;
import dev.athanor.orm.PressUnit;
import dev.athanor.orm.Session;
import dev.athanor.orm.testing.DeployedUnits;
import dev.athanor.sql.Statement;
import dev.athanor.testing.TestDatabase;
import dev.athanor.testkit.HybridContract;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.opentest4j.AssertionFailedError;

/** An application of the toolkit, the tests of its sessions and their entities, in the layout of the monolith. */
public final class PressArchive {
    /** What it is deployed as. */
    public static final String NAME = "press";

    /** Others, one of which is on the same data source. */
    private static final String OTHERS = """
          <persistence-unit name="notes" transaction-type="JTA">
            <jta-data-source>jdbc/press</jta-data-source>
            <class>dev.athanor.orm.plain.Note</class>
            <class>dev.athanor.it.press.unit.Memo</class>
            <exclude-unlisted-classes>true</exclude-unlisted-classes>
            <properties>
              <property name="eclipselink.target-database" value="PostgreSQL"/>
            </properties>
          </persistence-unit>
          <persistence-unit name="cramped" transaction-type="JTA">
            <jta-data-source>jdbc/press-cramped</jta-data-source>
            <class>dev.athanor.orm.plain.Note</class>
            <exclude-unlisted-classes>true</exclude-unlisted-classes>
            <properties>
              <property name="eclipselink.target-database" value="PostgreSQL"/>
            </properties>
          </persistence-unit>
        """;

    /** Traces are kept for the tests, and exported at once. */
    private static final String TELEMETRY = """
        otel.sdk.disabled=false
        otel.service.name=press
        otel.traces.exporter=kept
        otel.metrics.exporter=none
        otel.logs.exporter=none
        otel.bsp.schedule.delay=50
        """;

    /** What others extend, and what needs libraries that the application does not carry. */
    private static final Set<String> NOT_RUN = Set.of(
            "dev.athanor.orm.SessionTest",
            "dev.athanor.orm.listening.TracingTest",
            "dev.athanor.orm.outbox.OutboxRestartTest",
            "dev.athanor.orm.outbox.TraceContextTest");

    /** Beans of containers of their own, which the server would take for the application's. */
    private static final String BEANS = "dev/athanor/orm/beans";

    private static final String UNIT = "META-INF/persistence.xml";

    private PressArchive() {}

    /** The application, which the server weaves. */
    public static EnterpriseArchive make() {
        return ShrinkWrap.create(EnterpriseArchive.class, NAME + ".ear")
                .addAsModule(war())
                .addAsLibraries(libraries())
                .addAsLibrary(tests());
    }

    /** The names of the classes that hold tests. */
    public static List<String> testClasses() {
        return Stream.of(war(), tests())
                .flatMap(archive -> archive.getContent().keySet().stream())
                .map(ArchivePath::get)
                .filter(path -> path.endsWith("Test.class") && !path.contains("$"))
                .map(path -> path.substring(path.indexOf("dev/"), path.length() - ".class".length()))
                .map(path -> path.replace('/', '.'))
                .filter(name -> !NOT_RUN.contains(name))
                .sorted()
                .toList();
    }

    private static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class, "press.war")
                .addPackages(false, TestRunner.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static File[] libraries() {
        return Stream.of(
                        Session.class,
                        Statement.class,
                        Hybrid.class,
                        TestDatabase.class,
                        HybridContract.class,
                        Assertions.class,
                        Test.class,
                        ParameterizedTest.class,
                        JupiterTestEngine.class,
                        TestEngine.class,
                        Launcher.class,
                        JUnitException.class,
                        AssertionFailedError.class)
                .map(type -> Jars.of(type).toFile())
                .toArray(File[]::new);
    }

    private static JavaArchive tests() {
        JavaArchive tests = ShrinkWrap.createFromZipFile(
                JavaArchive.class, Jars.of(PressUnit.class).toFile());
        String unit = text(tests, UNIT);
        tests.delete(UNIT);
        tests.delete(BEANS);
        return tests.addPackages(false, ServerUnit.class.getPackage())
                .addAsManifestResource(new StringAsset(inServer(unit)), "persistence.xml")
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsManifestResource(new StringAsset(TELEMETRY), "microprofile-config.properties")
                .addAsServiceProvider(ConfigurableSpanExporterProvider.class, KeptSpans.Provider.class)
                .addAsServiceProvider(PressUnit.class, ServerUnit.class)
                .addAsServiceProvider(DeployedUnits.class, ServerUnit.class);
    }

    /** The same unit on the standby; nothing that one unit has in memory is the other's. */
    private static String replica(String inServer) {
        int begin = inServer.indexOf("<persistence-unit");
        int end = inServer.indexOf("</persistence-unit>") + "</persistence-unit>".length();
        return inServer.substring(begin, end)
                .replace("name=\"press\"", "name=\"press-replica\"")
                .replace("jdbc/press", "jdbc/press-replica")
                .replace(
                        "</exclude-unlisted-classes>",
                        "</exclude-unlisted-classes>\n    <shared-cache-mode>NONE</shared-cache-mode>");
    }

    private static String inServer(String units) {
        String jta = jta(units);
        return recorded(jta).replace("</persistence>", replica(jta) + OTHERS + "</persistence>");
    }

    /** In the container's transactions, and woven by it. */
    private static String jta(String units) {
        return units.replace("RESOURCE_LOCAL", "JTA")
                .replace("</provider>", "</provider>\n    <jta-data-source>jdbc/press</jta-data-source>")
                .replace("<property name=\"eclipselink.weaving\" value=\"static\"/>", "");
    }

    /** With the record of what runs. */
    private static String recorded(String unit) {
        return unit.replace(
                "<properties>",
                "<properties>\n      <property name=\"eclipselink.session.customizer\" value=\""
                        + ServerUnit.Recording.class.getName() + "\"/>");
    }

    private static String text(JavaArchive archive, String path) {
        try (InputStream stream = archive.get(path).getAsset().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
