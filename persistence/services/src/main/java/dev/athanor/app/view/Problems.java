// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is found wrong with a request. For one thread. */
final class Problems {
    private final List<InvalidQuery.Problem> found = new ArrayList<>();

    void add(String parameter, String detail) {
        found.add(new InvalidQuery.Problem(parameter, detail));
    }

    void unknown(String parameter, String name, Collection<String> known) {
        add(
                parameter,
                "\"" + name + "\" is not known; "
                        + (known.isEmpty() ? "there are none" : "known are " + String.join(", ", known)));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidQuery(found);
        }
    }
}
