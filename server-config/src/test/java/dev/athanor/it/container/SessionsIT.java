// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.Metrics;
import dev.athanor.it.PressArchive;
import dev.athanor.it.TestServerSession;
import dev.athanor.orm.InJavaSe;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** All tests of sessions, run inside the server, and what only a server can show. */
@RunAsClient
class SessionsIT extends InContainer {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String COMMITTED = "athanor_transactions_committed{mp_scope=\"application\",unit=\"Notes\",}";
    private static final String ON_REPLICA = "athanor_replica_onReplica{mp_scope=\"application\",unit=\"Mirrored\",}";

    private static final String DELIVERED = "athanor_outbox_delivered{mp_scope=\"application\",unit=\"Notes\",}";

    private static final List<String> OF_SERVERS = List.of(
            "dev.athanor.it.press.AsyncBeansTest",
            "dev.athanor.it.press.InjectedSessionTest",
            "dev.athanor.it.press.LostConnectionTest",
            "dev.athanor.it.press.NestedBeansTest",
            "dev.athanor.it.press.ObservedEventsTest",
            "dev.athanor.it.press.ReplicaBeansTest",
            "dev.athanor.it.press.RetriedBeansTest",
            "dev.athanor.it.press.ServerBeansTest",
            "dev.athanor.it.press.ServerOutboxTest",
            "dev.athanor.it.press.TransactionRulesTest",
            "dev.athanor.it.press.ValidationTest");

    /**
     * Sessions, loading, bulk, threads of the server's, and what is told after commits. For half a minute the server
     * keeps the alarms of asynchronous work that has ended.
     */
    private static final List<String> OF_MANY_KINDS = List.of(
            "dev.athanor.it.press.InjectedSessionTest",
            "dev.athanor.orm.LoadTest",
            "dev.athanor.orm.BulkInsertTest",
            "dev.athanor.it.press.AsyncBeansTest",
            "dev.athanor.it.press.ServerOutboxTest");

    private static final List<String> OF_ONE_KIND = List.of("dev.athanor.it.press.InjectedSessionTest");

    @ArquillianResource
    private Deployer deployer;

    @Test
    void everythingOfJavaSeHoldsInTheServer() {
        deployer.deploy(PressArchive.NAME);
        try {
            for (String testClass : PressArchive.testClasses()) {
                List<String> results = results(testClass).toList();
                assertThat(results).as(testClass).allMatch(SessionsIT::isSuccess);
                assertThat(results.isEmpty()).as("%s has no tests", testClass).isEqualTo(!hasTestsOfServers(testClass));
            }
        } finally {
            deployer.undeploy(PressArchive.NAME);
        }
    }

    /** What is abstract, or of Java SE alone, has none. */
    private static boolean hasTestsOfServers(String testClass) {
        try {
            Class<?> type = Class.forName(testClass, false, SessionsIT.class.getClassLoader());
            return !Modifier.isAbstract(type.getModifiers())
                    && !type.isAnnotationPresent(InJavaSe.class)
                    && !ReflectionSupport.findMethods(type, SessionsIT::isOfServers, HierarchyTraversalMode.TOP_DOWN)
                            .isEmpty();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isOfServers(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class) && !method.isAnnotationPresent(InJavaSe.class);
    }

    /** The loggers of JUnit, which Liberty keeps by their names, hold the application that first made them. */
    @Test
    void applicationsThatAreTakenAwayAreHeldByNobody() {
        heldAfter(OF_MANY_KINDS);
        int before = heldAfter(OF_ONE_KIND);
        heldAfter(OF_ONE_KIND);
        heldAfter(OF_ONE_KIND);

        assertThat(heldAfter(OF_ONE_KIND)).isLessThanOrEqualTo(before);
    }

    @Test
    void beansOfTheServerSayWhatHappensAndAreToldOfIt() {
        deployer.deploy(PressArchive.NAME);
        try {
            assertThat(OF_SERVERS.stream().flatMap(SessionsIT::results)).allMatch(SessionsIT::isSuccess);
            assertThat(Metrics.read().get(COMMITTED)).isPositive();
            assertThat(Metrics.read().get(ON_REPLICA)).isPositive();
            assertThat(Metrics.read().get(DELIVERED)).isPositive();
        } finally {
            deployer.undeploy(PressArchive.NAME);
        }
        assertThat(Metrics.read()).doesNotContainKey(COMMITTED);
    }

    /** Its statement would run for minutes. */
    @Test
    void whatIsAtWorkEndsWithItsApplication() throws SQLException {
        deployer.deploy(PressArchive.NAME);
        try {
            assertThat(results("dev.athanor.it.press.AsyncLeftBehind")).allMatch(SessionsIT::isSuccess);
            awaitSleeping();
        } finally {
            deployer.undeploy(PressArchive.NAME);
        }
        assertThat(sleeping()).isZero();
    }

    private static void awaitSleeping() throws SQLException {
        Instant deadline = Instant.now().plusSeconds(20);
        while (sleeping() == 0) {
            assertThat(Instant.now()).as("when its statement runs").isBefore(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static long sleeping() throws SQLException {
        return TestServerSession.server()
                .number("select count(*) from pg_stat_activity where state = 'active' and query like '%pg_sleep%'"
                        + " and pid <> pg_backend_pid()");
    }

    /** How many earlier applications are in memory. */
    private int heldAfter(List<String> testClasses) {
        deployer.deploy(PressArchive.NAME);
        try {
            assertThat(testClasses.stream().flatMap(SessionsIT::results)).allMatch(SessionsIT::isSuccess);
            return Integer.parseInt(get("/press/loaders").body());
        } finally {
            deployer.undeploy(PressArchive.NAME);
        }
    }

    private static boolean isSuccess(String result) {
        return result.startsWith("SUCCESSFUL");
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
