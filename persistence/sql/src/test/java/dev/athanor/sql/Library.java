// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;

/** Tables of a small library, and what is in them. */
final class Library {
    private Library() {}

    static final class Authors extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn name = text("name");
        final TemporalColumn<LocalDate> born = date("born");
        final Path<Books> books = referredBy((Books b) -> b.author);

        Authors(String alias) {
            super("authors", alias);
        }
    }

    static final class Books extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final NumberColumn<Long> authorId = bigint("author_id");
        final ForeignKey<Authors> author = foreignKey(authorId).references(authors -> authors.id);
        final TextColumn title = text("title");
        final NumberColumn<Integer> pages = integer("pages");
        final NumberColumn<BigDecimal> price = numeric("price");
        final BooleanColumn lent = bool("lent");

        Books(String alias) {
            super("public", "books", alias);
        }
    }

    static void create(TestDatabase database) throws SQLException {
        database.execute("""
                create table authors (id bigint primary key, name text not null, born date);
                create table books (id bigint primary key, author_id bigint references authors, title text not null,
                  pages int, price numeric(8, 2), lent boolean not null);
                insert into authors values (1, 'Le Guin', '1929-10-21'), (2, 'Lem', '1921-09-12'), (3, 'Nobody', null);
                insert into books values
                  (10, 1, 'The Dispossessed', 341, 9.90, false),
                  (11, 1, 'The Lathe of Heaven', 184, 7.50, true),
                  (12, 2, 'Solaris', 204, 8.00, false),
                  (13, 2, 'The Cyberiad', null, null, false),
                  (14, null, '100% "Anonymous"', 1, 0.00, true);
                """);
    }
}
