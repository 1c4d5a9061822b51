// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tutorial;

import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.Path;
import dev.athanor.sql.Table;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import java.time.LocalDate;

// region authors
final class Authors extends Table {
    final NumberColumn<Long> id = key(bigint("id"));
    final TextColumn name = text("name");
    final TemporalColumn<LocalDate> born = date("born");
    final Path<Books> books = referredBy((Books b) -> b.author);

    Authors(String alias) {
        super("authors", alias);
    }
}
// endregion
