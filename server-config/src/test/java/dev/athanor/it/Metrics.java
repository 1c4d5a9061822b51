// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the server's {@code /metrics} say. */
public final class Metrics {
    private static final Pattern LINE = Pattern.compile("^(athanor_\\S+) (\\S+)$", Pattern.MULTILINE);

    private Metrics() {}

    /** The toolkit's figures by name and tags, as they are written. */
    public static Map<String, Double> read() {
        String body =
                new Http(TestServerSession.server().address()).get("/metrics").body();
        return LINE.matcher(body)
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> Double.valueOf(line.group(2))));
    }

    /** The name and the tags of a figure of the monolith. */
    public static String ofMonolith(String figure) {
        return "athanor_" + figure + "{mp_scope=\"application\",unit=\"Default\",}";
    }
}
