// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.Table;
import dev.athanor.sql.TextColumn;

/** The table of authors, for Athanor. */
final class Authors extends Table {
    final NumberColumn<Long> id = key(bigint("id"));
    final TextColumn name = text("name");

    Authors(String alias) {
        super("authors", alias);
    }
}
