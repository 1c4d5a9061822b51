// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it is built, with a war beside the others that holds the tests. */
public final class ApplicationArchive {
    private static final String TESTS = "athanor-tests.war";
    private static final String DESCRIPTOR = "META-INF/application.xml";

    private ApplicationArchive() {}

    /** With the tests of a package. */
    public static EnterpriseArchive withTestsOf(Package tests) {
        Path built = Path.of(TestServer.property("server"), "apps", "athanor.ear");
        EnterpriseArchive application = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, built.toFile());
        WebArchive war = ShrinkWrap.create(WebArchive.class, TESTS)
                .addPackages(false, tests)
                .addClass(Addresses.class)
                .addAsLibraries(Jars.of(Assertions.class).toFile())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        String descriptor = descriptor(application)
                .replace(
                        "<library-directory>",
                        "<module><web><web-uri>" + TESTS + "</web-uri><context-root>/athanor-tests</context-root></web>"
                                + "</module><library-directory>");
        application.delete(DESCRIPTOR);
        application.setApplicationXML(new StringAsset(descriptor));
        return application.addAsModule(Testable.archiveToTest(war));
    }

    private static String descriptor(EnterpriseArchive application) {
        try (InputStream stream = application.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the EAR's descriptor cannot be read", e);
        }
    }
}
