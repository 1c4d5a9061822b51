// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.ViewRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the query of an address asks of a list. Each list takes the same parameters; others are refused, as they would
 * do nothing. For one thread.
 */
final class ListParameters {
    private static final int USUAL_SIZE = 20;
    private static final List<String> OF_LISTS =
            List.of("filter", "sort", "include", "fields", "page", "cursor", "size");
    private static final List<String> OF_ALL = List.of("filter", "sort", "include", "fields");
    private static final List<String> ONCE = List.of("filter", "page", "cursor", "size");
    private static final List<String> OF_ONE = List.of("include", "fields");

    private final MultivaluedMap<String, String> given;
    private final List<InvalidQuery.Problem> problems = new ArrayList<>();

    private ListParameters(UriInfo address) {
        this.given = address.getQueryParameters();
    }

    /** A list. */
    static ViewRequest list(UriInfo address) {
        return new ListParameters(address).request(OF_LISTS);
    }

    /** All of a list: it has no pages. */
    static ViewRequest whole(UriInfo address) {
        return new ListParameters(address).request(OF_ALL);
    }

    /** One thing of a list, as it is shown. */
    static ViewRequest one(UriInfo address) {
        return new ListParameters(address).request(OF_ONE);
    }

    private ViewRequest request(List<String> known) {
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> add(name, "is not known; known are " + String.join(", ", known)));
        given.forEach((name, values) -> {
            if (ONCE.contains(name) && values.size() > 1) {
                add(name, "is given more than once");
            }
        });
        ViewRequest request =
                new ViewRequest(text("filter"), names("sort"), names("include"), names("fields"), paging());
        if (!problems.isEmpty()) {
            throw new InvalidQuery(problems);
        }
        return request;
    }

    private ViewRequest.Paging paging() {
        int size = number("size", USUAL_SIZE);
        if (!given.containsKey("cursor")) {
            return new ViewRequest.Paging.Numbered(number("page", 1), size);
        }
        if (given.containsKey("page")) {
            add("page", "is not given where a cursor is");
        }
        return new ViewRequest.Paging.After(text("cursor"), size);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(given.getFirst(name)).filter(text -> !text.isBlank());
    }

    /** Separated by commas, or given several times. */
    private List<String> names(String name) {
        return Stream.ofNullable(given.get(name))
                .flatMap(List::stream)
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private int number(String name, int usual) {
        String text = given.getFirst(name);
        if (text == null) {
            return usual;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            add(name, "is a whole number, not \"" + text + "\"");
            return usual;
        }
    }

    private void add(String parameter, String detail) {
        problems.add(new InvalidQuery.Problem(parameter, detail));
    }
}
