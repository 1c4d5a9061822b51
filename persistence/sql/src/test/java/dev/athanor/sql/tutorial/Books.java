// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tutorial;

import dev.athanor.sql.ArrayColumn;
import dev.athanor.sql.BooleanColumn;
import dev.athanor.sql.ForeignKey;
import dev.athanor.sql.JsonColumn;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Table;
import dev.athanor.sql.TextColumn;
import java.math.BigDecimal;

// region books
final class Books extends Table {
    final NumberColumn<Long> id = key(bigint("id"));
    final NumberColumn<Long> authorId = bigint("author_id");
    final TextColumn title = text("title");
    final NumberColumn<Integer> pages = integer("pages");
    final NumberColumn<BigDecimal> price = numeric("price");
    final BooleanColumn lent = bool("lent");
    final ArrayColumn<String> tags = array("tags", SqlTypes.TEXT);
    final JsonColumn<String> facts = jsonb("facts");
    final ForeignKey<Authors> author = foreignKey(authorId).references(authors -> authors.id);

    Books(String alias) {
        super("library", "books", alias);
    }
}
// endregion
