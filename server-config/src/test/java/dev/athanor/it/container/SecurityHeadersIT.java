// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers tell browsers and caches, and that they tell nobody how the server is built. */
@RunAsClient
class SecurityHeadersIT extends InContainer {
    private static final Pattern REFERENCE = Pattern.compile(
            "\\{\"errors\":\\{\"body\":\\[\"something went wrong; it was logged as ([0-9a-f-]{36})\"]}}");

    private static final Duration PAUSE = Duration.ofMillis(50);

    private static Http http() {
        return new Http(TestServerSession.server().address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tags",
                "/api/user",
                "/api/articles/nothing",
                "/api/v1/courses?filter=x",
                "/api/nothing",
                "/nothing",
                "/",
                "/errors",
                "/openapi",
                "/health"
            })
    void allAnswersAreTakenForWhatTheyAreAndStandInNoFrame(String path) {
        HttpResponse<String> answer = http().get(path);

        assertThat(header(answer, "X-Content-Type-Options")).hasValue("nosniff");
        assertThat(header(answer, "Referrer-Policy")).hasValue("no-referrer");
        assertThat(header(answer, "Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'none'");
        assertThat(header(answer, "X-Powered-By")).isEmpty();
        assertThat(header(answer, "Server")).isEmpty();
        assertThat(header(answer, "Set-Cookie")).isEmpty();
    }

    @Test
    void anAnswerOfTheApiMayLoadNothing() {
        assertThat(header(http().get("/api/tags"), "Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(header(preflight(), "Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
    }

    private static HttpResponse<String> preflight() {
        return http().send(
                        "OPTIONS",
                        "/api/user",
                        "Origin",
                        "https://front.example.org",
                        "Access-Control-Request-Method",
                        "PUT");
    }

    @Test
    void whatIsForOneUserIsStoredNowhere() {
        Client user = Client.registered();

        assertThat(header(user.get("/user").response(), "Cache-Control")).hasValue("no-store");
        assertThat(header(user.get("/articles").response(), "Cache-Control")).hasValue("no-store");
        assertThat(header(user.get("/v1/employees").response(), "Cache-Control"))
                .hasValue("no-store");
        assertThat(header(http().register("user-" + UUID.randomUUID()), "Cache-Control"))
                .hasValue("no-store");
        assertThat(header(Client.nobody().get("/user").response(), "Vary")).hasValue("Authorization");
        HttpResponse<String> anybody = Client.nobody().get("/articles").response();
        assertThat(header(anybody, "Cache-Control")).isEmpty();
        assertThat(header(anybody, "Vary")).hasValue("Authorization");
    }

    /** The tests come by a proxy that the server trusts; one that ends TLS says so. */
    @Test
    void whoHasCalledByTlsGoesOnDoingSo() {
        HttpResponse<String> byTls = http().get("/api/tags", "X-Forwarded-Proto", "https");

        assertThat(header(byTls, "Strict-Transport-Security")).hasValue("max-age=63072000");
        assertThat(header(http().get("/api/tags"), "Strict-Transport-Security")).isEmpty();
        assertThat(header(http().get("/api/tags", "$WSIS", "true", "$WSSC", "https"), "Strict-Transport-Security"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET /api/tags\r\n\r\n",
                "GET http://[bad/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /%c0%ae%c0%ae/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /WEB-INF/web.xml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "TRACE /api/tags HTTP/1.1\r\nHost: x\r\nCookie: secret\r\nConnection: close\r\n\r\n",
                "BREW /api/tags HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /api/users HTTP/1.1\r\nHost: x\r\nContent-Length: nine\r\nConnection: close\r\n\r\n",
                "POST /api/users HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
                "POST /api/users HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
            })
    void whatIsNoRequestLearnsNothing(String request) throws IOException {
        assertLearnsNothing(RawHttp.send(request));
    }

    /**
     * Liberty says so itself, before any application is asked, and nothing can be put in its place: neither an error
     * page nor displayCustomizedExceptionText is heeded there. A message that names the address, with nothing in it
     * that a page would run, and nothing inside.
     */
    @ParameterizedTest
    @ValueSource(strings = {"/api/%zz", "/../../etc/passwd", "/api/..;/WEB-INF/web.xml"})
    void anAddressThatIsNoneIsToldSo(String path) throws IOException {
        assertThat(RawHttp.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("The request URI has invalid or improperly encoded characters")
                .doesNotContain("Exception", "at com.", "at dev.", "root:", "<web-app");
    }

    /** What the database says of it is for the log. */
    @Test
    void whatWentWrongIsInTheLogUnderAReference() throws Exception {
        Database.execute("create function identity.fail() returns trigger language plpgsql as"
                + " $$begin raise exception 'a secret of the database'; end$$;"
                + " create trigger fail before insert on identity.users for each row"
                + " when (new.username like 'fails-%') execute function identity.fail()");
        try {
            HttpResponse<String> failed = http().register("fails-" + UUID.randomUUID());

            assertThat(failed.statusCode()).isEqualTo(500);
            Matcher told = REFERENCE.matcher(failed.body());
            assertThat(told.matches()).as(failed.body()).isTrue();
            assertThat(logged(told.group(1))).contains("a secret of the database", "at dev.athanor.");
        } finally {
            Database.execute("drop trigger fail on identity.users; drop function identity.fail()");
        }
    }

    /** What the log has from a reference on, up to a trace of ours: it is written a little later than the answer. */
    private static String logged(String reference) throws IOException {
        Instant deadline = Instant.now().plusSeconds(30);
        String logged = "";
        while (!logged.contains("at dev.athanor.") && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(PAUSE.toNanos());
            String log = String.join("\n", TestServerSession.server().log());
            logged = log.contains(reference) ? log.substring(log.indexOf(reference)) : "";
        }
        return logged;
    }

    @Test
    void headersThatAreTooLongLearnNothing() throws IOException {
        String begin = "GET /api/tags HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";

        assertLearnsNothing(RawHttp.send(begin + "X-Long: " + "x".repeat(100_000) + "\r\n\r\n"));
        assertLearnsNothing(RawHttp.send(begin + "X-Many: 1\r\n".repeat(1000) + "\r\n"));
        assertLearnsNothing(
                RawHttp.send("GET /api/" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    }

    private static void assertLearnsNothing(String answer) {
        assertThat(answer)
                .doesNotContainPattern(" 50[0-4] ")
                .doesNotContain("SRVE", "CWW", "WebSphere", "Liberty", "IBM", "at com.", "at dev.", "Exception")
                .doesNotContain("resteasy", "secret", "root:", "<web-app");
        assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 505 "))
                .as("closed, or refused: %s", answer)
                .isTrue();
    }

    private static Optional<String> header(HttpResponse<String> response, String name) {
        assertThat(response.headers().allValues(name)).hasSizeLessThan(2);
        return response.headers().firstValue(name);
    }
}
