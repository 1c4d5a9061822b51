// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import dev.athanor.annotations.Hybrid;
import dev.athanor.it.press.TestRunner;
import dev.athanor.it.press.unit.ServerUnit;
import dev.athanor.orm.PressUnit;
import dev.athanor.orm.Session;
import dev.athanor.sql.Statement;
import dev.athanor.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
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

    private static final String UNIT = "META-INF/persistence.xml";

    private PressArchive() {}

    /** The application, which the server weaves. */
    public static EnterpriseArchive make() {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "press.war")
                .addPackages(false, TestRunner.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        return ShrinkWrap.create(EnterpriseArchive.class, NAME + ".ear")
                .addAsModule(war)
                .addAsLibraries(libraries())
                .addAsLibrary(tests());
    }

    /** The names of the classes that hold tests. */
    public static List<String> testClasses() {
        return tests().getContent().keySet().stream()
                .map(path -> path.get().substring(1).replace('/', '.'))
                .filter(name -> name.endsWith("Test.class") && !name.contains("$"))
                .map(name -> name.substring(0, name.length() - ".class".length()))
                .filter(name -> !name.equals("dev.athanor.orm.SessionTest"))
                .sorted()
                .toList();
    }

    private static File[] libraries() {
        return Stream.of(
                        Session.class,
                        Statement.class,
                        Hybrid.class,
                        TestDatabase.class,
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
        return tests.addPackages(false, ServerUnit.class.getPackage())
                .addAsManifestResource(new StringAsset(inServer(unit)), "persistence.xml")
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsServiceProvider(PressUnit.class, ServerUnit.class);
    }

    /** In the container's transactions, woven by it, and with the record of what runs. */
    private static String inServer(String unit) {
        return unit.replace("RESOURCE_LOCAL", "JTA")
                .replace("</provider>", "</provider>\n    <jta-data-source>jdbc/press</jta-data-source>")
                .replace(
                        "<property name=\"eclipselink.weaving\" value=\"static\"/>",
                        "<property name=\"eclipselink.session.customizer\" value=\"" + ServerUnit.Recording.class.getName()
                                + "\"/>");
    }

    private static String text(JavaArchive archive, String path) {
        try (InputStream stream = archive.get(path).getAsset().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
