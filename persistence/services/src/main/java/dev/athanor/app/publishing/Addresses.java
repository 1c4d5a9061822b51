// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.orm.Session;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;

/**
 * Gives articles addresses that no other has. Whether one is free is known by taking it: two articles of the same title
 * may be written at the same moment. What fails is undone alone.
 */
@Dependent
class Addresses {
    private static final int ATTEMPTS = 10;
    private static final UniqueConstraints TAKEN =
            new UniqueConstraints(Map.of("articles_slug_key", new Violation("slug", "has already been taken")));

    private final Session session;

    @Inject
    Addresses(Session session) {
        this.session = session;
    }

    // region given
    /** What a title's address is given to, after it was written. */
    <T> T given(String title, Function<String, T> taking) {
        String slug = Slug.of(title);
        String candidate = slug;
        for (int attempt = 1; ; attempt++) {
            String address = candidate;
            try {
                return session.nestedResult(nested -> {
                    T taken = taking.apply(address);
                    nested.flush();
                    return taken;
                });
            } catch (SqlException e) {
                if (attempt == ATTEMPTS || TAKEN.violated(e).isEmpty()) {
                    throw e;
                }
                candidate = Slug.another(slug);
            }
        }
    }
    // endregion
}
