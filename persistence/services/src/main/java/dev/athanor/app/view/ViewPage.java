// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of what was asked for.
 *
 * @param items the documents: maps, lists, texts, numbers and dates
 * @param total how many there are, if pages are numbered
 * @param next where the next page begins, if there is one: a number or a cursor
 * @param previous where the page before begins, if there is one
 */
public record ViewPage(
        List<Map<String, Object>> items, OptionalLong total, Optional<String> next, Optional<String> previous) {
    /** Without anything. */
    public static final ViewPage EMPTY =
            new ViewPage(List.of(), OptionalLong.empty(), Optional.empty(), Optional.empty());

    /** Keeps a copy. */
    public ViewPage {
        items = List.copyOf(items);
    }
}
