// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.athanor.it.Http;
import dev.athanor.it.PressArchive;
import dev.athanor.it.TestServerSession;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** All tests of sessions, run inside the server. */
@RunAsClient
class SessionsIT extends InContainer {
    @ArquillianResource
    private Deployer deployer;

    @TestFactory
    Stream<DynamicNode> everythingOfJavaSeHoldsInTheServer() {
        deployer.deploy(PressArchive.NAME);
        List<DynamicNode> results =
                PressArchive.testClasses().stream().map(SessionsIT::results).toList();
        deployer.undeploy(PressArchive.NAME);
        return results.stream();
    }

    private static DynamicNode results(String testClass) {
        HttpResponse<String> response =
                new Http(TestServerSession.server().address()).get("/press/tests?class=" + testClass);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return dynamicContainer(testClass, response.body().lines().map(SessionsIT::result));
    }

    private static DynamicNode result(String line) {
        String[] parts = line.split("\t", 3);
        return dynamicTest(URLDecoder.decode(parts[1], UTF_8), () -> assertThat(parts[0])
                .as(URLDecoder.decode(parts[2], UTF_8))
                .isEqualTo("SUCCESSFUL"));
    }
}
