// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.ViewQuery;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that parameters of addresses are. Read as a text, as JAX-RS would answer 404 to what is no number. */
public final class Count {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final Pattern KEY = Pattern.compile("\\d{1,18}");

    private Count() {}

    /** The key of something; 400 if it is no number. */
    public static long key(String parameter, String text) {
        if (!KEY.matcher(text).matches()) {
            throw refused(parameter, "is a whole number, not \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    private static InvalidQuery refused(String parameter, String detail) {
        return new InvalidQuery(List.of(new InvalidQuery.Problem(parameter, detail)));
    }

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
            throw refused(parameter, "is from 1 to " + ViewQuery.LARGEST_PAGE + ", not \"" + text + "\"");
        }
        return count;
    }
}
