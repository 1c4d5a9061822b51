// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client asks for, as it says so; nothing is checked yet. Immutable and thread-safe.
 *
 * @param filter conditions in RSQL
 * @param sort names, those after a minus backwards
 * @param include relations to have with it, by paths
 * @param fields attributes to have only, by paths; all if there are none
 * @param paging which part of all
 */
public record ViewRequest(
        Optional<String> filter, List<String> sort, List<String> include, List<String> fields, Paging paging) {
    /** Keeps copies. */
    public ViewRequest {
        Objects.requireNonNull(filter, "filter");
        sort = List.copyOf(sort);
        include = List.copyOf(include);
        fields = List.copyOf(fields);
        Objects.requireNonNull(paging, "paging");
    }

    /** The first page of all, with what is not said. */
    public static ViewRequest all(int size) {
        return new ViewRequest(Optional.empty(), List.of(), List.of(), List.of(), new Paging.Numbered(1, size));
    }

    /** The same, but all of it, whatever page was asked for. */
    public ViewRequest handing(ViewRows rows) {
        return new ViewRequest(filter, sort, include, fields, new Paging.Whole(rows));
    }

    /** The same with these parts. */
    public ViewRequest showing(List<String> include, List<String> fields) {
        return new ViewRequest(filter, sort, include, fields, paging);
    }

    /** Which part of all. */
    public sealed interface Paging {

        /**
         * A page by its number.
         *
         * @param number from 1
         * @param size how many at most
         */
        record Numbered(int number, int size) implements Paging {}

        /**
         * A page by what another one gave.
         *
         * @param cursor none for the first
         * @param size how many at most
         */
        record After(Optional<String> cursor, int size) implements Paging {}

        /**
         * All, handed over while it is read. What is asked has the page without items then.
         *
         * @param rows takes them
         */
        record Whole(ViewRows rows) implements Paging {}
    }
}
