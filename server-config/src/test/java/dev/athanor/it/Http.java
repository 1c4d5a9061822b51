// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Requests to a server, as a client sends them. */
public final class Http {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final URI server;
    private final HttpClient client;

    private Http(URI server, HttpClient.Builder client) {
        this.server = server;
        this.client = client.connectTimeout(Duration.ofSeconds(5)).build();
    }

    public Http(URI server) {
        this(server, HttpClient.newBuilder());
    }

    /** By TLS, where only the certificate of this key store is trusted. */
    static Http trusting(URI server, Path keystore, String password) throws GeneralSecurityException, IOException {
        KeyStore certificates = KeyStore.getInstance(keystore.toFile(), password.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        String alias = certificates.aliases().nextElement();
        trusted.setCertificateEntry(alias, certificates.getCertificate(alias));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new Http(server, HttpClient.newBuilder().sslContext(context));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** How many lines an answer has, however long it is. */
    public long countLines(String path, String... headers) {
        HttpResponse<Stream<String>> response = send(request(path, headers).GET(), BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            return lines.count();
        }
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    /** Sends a request with a body, of which the headers say what it is. */
    public HttpResponse<String> send(String method, String path, String body, String[] headers) {
        return send(request(path, headers).method(method, BodyPublishers.ofString(body)));
    }

    /** The same, with a body of bytes. */
    public HttpResponse<String> send(String method, String path, byte[] body, String[] headers) {
        return send(request(path, headers).method(method, BodyPublishers.ofByteArray(body)));
    }

    /** An answer of bytes. */
    public HttpResponse<byte[]> getBytes(String path, String... headers) {
        return send(request(path, headers).GET(), BodyHandlers.ofByteArray());
    }

    /** Sends a request without a body. */
    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    /** As {@link #post}, but waits for the server's leave before it sends the body. */
    public HttpResponse<String> postIfWelcome(String path, String json) {
        return send(request(path, "Content-Type", "application/json")
                .expectContinue(true)
                .POST(BodyPublishers.ofString(json)));
    }

    /**
     * As {@link #send(String, String, String, String[])}, but waits for the server's leave before it sends the body.
     */
    public HttpResponse<String> sendIfWelcome(String method, String path, String body, String[] headers) {
        return send(request(path, headers).expectContinue(true).method(method, BodyPublishers.ofString(body)));
    }

    /** Registers a user of this name, who is somewhere else than all others if the server trusts who asks. */
    public HttpResponse<String> register(String username, String... headers) {
        String[] all = Stream.concat(Stream.of("X-Forwarded-For", Addresses.random()), Stream.of(headers))
                .toArray(String[]::new);
        return post("/api/users", """
                {"user": {"username": "%s", "email": "%s@example.org", "password": "correct horse"}}""".formatted(username, username), all);
    }

    /** The token in an answer. */
    public static String token(HttpResponse<String> response) {
        Matcher token = TOKEN.matcher(response.body());
        if (!token.find()) {
            throw new AssertionError("no token in " + response.statusCode() + " " + response.body());
        }
        return token.group(1);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofMinutes(2));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError("no answer from " + server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
