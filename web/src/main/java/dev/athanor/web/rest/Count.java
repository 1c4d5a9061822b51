// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.ViewQuery;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many of something a parameter asks for. Read as a text, as JAX-RS would answer 404 to what is no number. */
public final class Count {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private Count() {}

    /**
     * As many as a page may have at most; 400 if it is anything else.
     *
     * @param usual if nothing is said
     */
    public static int of(String parameter, @Nullable String text, int usual) {
        if (text == null) {
            return usual;
        }
        int count = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (count < 1 || count > ViewQuery.LARGEST_PAGE) {
            String detail = "is from 1 to " + ViewQuery.LARGEST_PAGE + ", not \"" + text + "\"";
            throw new InvalidQuery(List.of(new InvalidQuery.Problem(parameter, detail)));
        }
        return count;
    }
}
