// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.json;

import dev.athanor.app.InvalidInput;
import jakarta.json.stream.JsonParser;
import java.math.BigDecimal;

/**
 * What a body of a request may be: not so deep that reading it would use up a stack, and without numbers that would be
 * long texts, or cost much to calculate with. For one body.
 */
final class JsonLimits {
    private static final int DEPTH = 50;
    private static final int DIGITS = 100;

    private int depth;

    void check(JsonParser.Event event, JsonParser parser) {
        switch (event) {
            case START_ARRAY, START_OBJECT -> deeper();
            case END_ARRAY, END_OBJECT -> depth--;
            case VALUE_NUMBER -> number(parser.getString());
            default -> {}
        }
    }

    private void deeper() {
        depth++;
        if (depth > DEPTH) {
            throw new InvalidInput("body", "is nested more than " + DEPTH + " times");
        }
    }

    private static void number(String text) {
        if (text.length() > DIGITS || Math.abs((long) new BigDecimal(text).scale()) > DIGITS) {
            throw new InvalidInput("body", "has a number of more than " + DIGITS + " digits");
        }
    }
}
