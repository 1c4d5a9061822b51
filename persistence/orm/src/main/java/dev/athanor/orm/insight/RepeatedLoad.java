// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was read again and again in one transaction, one at a time.
 *
 * @param what the relation, as {@code Article.comments}, or the statement's text
 * @param place where in the application's code, if that is known
 * @param advice what to do about it
 */
public record RepeatedLoad(String what, Optional<String> place, String advice) {
    /** Nothing is null. */
    public RepeatedLoad {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(advice, "advice");
    }

    /** For people, on one line. */
    public String message(long times) {
        return what + " was read " + times + " times in one transaction"
                + place.map(at -> ", at " + at).orElse("") + "; " + advice;
    }

    Map<String, Object> asMap(long times) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("what", what);
        place.ifPresent(at -> map.put("place", at));
        map.put("advice", advice);
        map.put("transactions", times);
        return map;
    }
}
