// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServer;
import dev.athanor.it.TestServerSession;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs commands of pages against the server of the tests: as much of curl as the pages use. */
final class Curl {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String ADDRESS = "http://localhost:9080";

    private Curl() {}

    /** The lines of a page of the project's. */
    static List<String> page(String path) throws IOException {
        return Files.readAllLines(
                Path.of(TestServer.property("sources"), "../..").resolve(path));
    }

    static HttpResponse<String> run(String command) {
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
        assertThat(words.get(0)).isEqualTo("curl");
        String path = words.stream()
                .filter(word -> word.startsWith(ADDRESS))
                .findFirst()
                .orElseThrow()
                .substring(ADDRESS.length());
        String method = words.contains("-X") ? words.get(words.indexOf("-X") + 1) : "GET";
        Http http = new Http(TestServerSession.server().address());
        return words.contains("-d")
                ? http.send(method, path, words.get(words.indexOf("-d") + 1), headers(words))
                : http.send(method, path, headers(words));
    }

    private static String[] headers(List<String> words) {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("-H")) {
                headers.addAll(List.of(words.get(i + 1).split(": ", 2)));
            }
        }
        return headers.toArray(String[]::new);
    }
}
