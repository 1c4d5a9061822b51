// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.TagFilter.excludeTags;

import dev.athanor.it.press.unit.ServerUnit;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a class inside the server; a line tells what became of each. */
@WebServlet("/tests")
public class TestRunner extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @PersistenceUnit(unitName = "press")
    private transient EntityManagerFactory factory;

    @Override
    public void init() {
        ServerUnit.deployed(factory);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        // Not by a mechanism of the application's: Liberty holds that, and the application by it, for good.
        request.login("ann", "door");
        response.setContentType("text/plain");
        response.setCharacterEncoding(UTF_8.name());
        LauncherFactory.create().execute(testsOf(request.getParameter("class")), new Report(response.getWriter()));
    }

    private static LauncherDiscoveryRequest testsOf(String name) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(name))
                .filters(excludeTags("java-se"))
                .configurationParameter("athanor.testing.database", database())
                .build();
    }

    private static String database() {
        return System.getenv("PRESS_DB_URL") + "?user=" + System.getenv("PRESS_DB_USER") + "&password="
                + URLEncoder.encode(System.getenv("PRESS_DB_PASSWORD"), UTF_8);
    }

    private static final class Report implements TestExecutionListener {
        private final PrintWriter lines;

        Report(PrintWriter lines) {
            this.lines = lines;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest() || result.getThrowable().isPresent()) {
                String shown = result.getStatus() + " " + test.getUniqueId()
                        + result.getThrowable().map(Report::shown).orElse("");
                lines.println(URLEncoder.encode(shown, UTF_8));
            }
        }

        private static String shown(Throwable failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return ": " + trace;
        }
    }
}
