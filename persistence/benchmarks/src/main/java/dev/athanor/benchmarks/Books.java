// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import dev.athanor.sql.BooleanColumn;
import dev.athanor.sql.ForeignKey;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.Table;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The table of books, for Athanor. */
final class Books extends Table {
    final NumberColumn<Long> id = key(bigint("id"));
    final TextColumn isbn = text("isbn");
    final TextColumn title = text("title");
    final NumberColumn<Integer> pages = integer("pages");
    final NumberColumn<BigDecimal> price = numeric("price");
    final BooleanColumn lent = bool("lent");
    final TemporalColumn<LocalDate> published = date("published");
    final TemporalColumn<OffsetDateTime> added = timestamptz("added");
    final NumberColumn<Long> authorId = bigint("author_id");
    final ForeignKey<Authors> author = foreignKey(authorId).references(authors -> authors.id);

    Books(String alias) {
        super("books", alias);
    }
}
