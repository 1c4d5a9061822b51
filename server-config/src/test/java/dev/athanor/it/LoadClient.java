// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/**
 * {@code mvn -Pload}: asks a running server for lists again and again, and tells how long that takes beside a request
 * that asks no database. Each round asks for everything once; what is told are medians of the rounds' ratios.
 */
public final class LoadClient {
    private static final int CLIENTS = 8;
    private static final int ARTICLES = 60;
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;
    private static final Duration TURN = Duration.ofSeconds(3);

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    private LoadClient(URI server) {
        this.server = server;
    }

    /** The first argument is the server's address. */
    @SuppressWarnings("SystemOut") // it is a program
    public static void main(String[] arguments) throws Exception {
        LoadClient load = new LoadClient(URI.create(arguments[0]));
        try {
            load.run(System.out);
        } finally {
            load.threads.shutdownNow();
        }
    }

    private void run(PrintStream out) throws Exception {
        String author = publish();
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("`/health/live`: no database", "/health/live");
        paths.put("`/api/tags`: one statement", "/api/tags");
        paths.put("`/api/articles`: 20 articles, two statements", "/api/articles?limit=20");
        paths.put("`/api/articles?author=…`: three statements", "/api/articles?limit=20&author=" + author);
        paths.put("`/api/v1/products`: a page, two statements", "/api/v1/products?size=20");
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, String> path : paths.entrySet()) {
                Turn turn = turn(path.getValue());
                if (round >= 0) {
                    turns.computeIfAbsent(path.getKey(), name -> new ArrayList<>())
                            .add(turn);
                }
            }
        }
        print(out, turns);
    }

    /** As many articles as a few pages have, with tags. */
    private String publish() {
        Http http = new Http(server);
        String name = "load-" + UUID.randomUUID();
        String token = Http.token(http.register(name));
        for (int i = 0; i < ARTICLES; i++) {
            http.post("/api/articles", """
                    {"article": {"title": "%s %d", "description": "d", "body": "b", "tagList": ["load", "t%d"]}}""".formatted(name, i, i % 7), "Authorization", "Token " + token);
        }
        return name;
    }

    /** All clients at once, each with one request after the other. */
    private Turn turn(String path) throws Exception {
        long end = System.nanoTime() + TURN.toNanos();
        List<Future<List<Long>>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(threads.submit(() -> ask(path, end)));
        }
        List<Long> times = new ArrayList<>();
        for (Future<List<Long>> one : clients) {
            times.addAll(one.get());
        }
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Turn(sorted.length, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    }

    private List<Long> ask(String path, long end) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).build();
        List<Long> times = new ArrayList<>();
        long begun = System.nanoTime();
        while (begun < end) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
            }
            long now = System.nanoTime();
            times.add(now - begun);
            begun = now;
        }
        return times;
    }

    private static void print(PrintStream out, Map<String, List<Turn>> turns) {
        List<Turn> first = turns.values().iterator().next();
        out.println("| request | median | 99th percentile | requests in the same time |");
        out.println("|---|---|---|---|");
        turns.forEach((name, of) -> out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s |%n",
                name,
                ratio(of, first, turn -> turn.median),
                ratio(of, first, turn -> turn.late),
                ratio(of, first, turn -> turn.requests)));
    }

    private static String ratio(List<Turn> of, List<Turn> to, ToDoubleFunction<Turn> figure) {
        double[] ratios = new double[of.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(of.get(i)) / figure.applyAsDouble(to.get(i));
        }
        Arrays.sort(ratios);
        return String.format(Locale.ROOT, "%.2f", ratios[ratios.length / 2]);
    }

    /**
     * A few seconds of one request.
     *
     * @param requests how many were answered
     * @param median nanoseconds of the one in the middle
     * @param late nanoseconds of the one that 99 of 100 are faster than
     */
    private record Turn(long requests, long median, long late) {}
}
