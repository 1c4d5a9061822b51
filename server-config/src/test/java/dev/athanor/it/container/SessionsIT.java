// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** All tests of sessions, run inside the server, and what only a server can show. */
@RunAsClient
class SessionsIT extends InContainer {
    @ArquillianResource
    private Deployer deployer;

    @Test
    void everythingOfJavaSeHoldsInTheServer() {
        deployer.deploy(PressArchive.NAME);
        try {
            List<String> results = PressArchive.testClasses().stream()
                    .flatMap(SessionsIT::results)
                    .toList();
            assertThat(results)
                    .filteredOn(result -> !result.startsWith("SUCCESSFUL"))
                    .isEmpty();
            assertThat(results).hasSizeGreaterThan(100);
        } finally {
            deployer.undeploy(PressArchive.NAME);
        }
    }

    @Test
    void applicationsThatAreTakenAwayDoNotAddUp() {
        for (int i = 0; i < 3; i++) {
            deployer.deploy(PressArchive.NAME);
            assertThat(results("dev.athanor.it.press.InjectedSessionTest")).isNotEmpty();
            deployer.undeploy(PressArchive.NAME);
        }
        deployer.deploy(PressArchive.NAME);
        try {
            assertThat(Integer.parseInt(get("/press/loaders").body())).isLessThanOrEqualTo(1);
        } finally {
            deployer.undeploy(PressArchive.NAME);
        }
    }

    private static Stream<String> results(String testClass) {
        HttpResponse<String> response = get("/press/tests?class=" + testClass);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().map(line -> URLDecoder.decode(line, UTF_8));
    }

    private static HttpResponse<String> get(String path) {
        return new Http(TestServerSession.server().address()).get(path);
    }
}
