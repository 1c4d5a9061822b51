// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.schema.Check;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.Identity;
import dev.athanor.migrations.schema.Index;
import dev.athanor.migrations.schema.PrimaryKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two small schemas, for a changelog that a person reads. */
final class ReadableSchemas {
    private static final QualifiedName AUTHOR = new QualifiedName("public", "author");
    private static final QualifiedName BOOK = new QualifiedName("public", "book");

    private ReadableSchemas() {}

    static SchemaModel before() {
        return model(
                List.of("CALM", "WILD"),
                new Table(
                        AUTHOR,
                        List.of(
                                id(),
                                Column.of("name", "varchar(80)"),
                                Column.of("mood", "mood").withDefault("'CALM'"),
                                Column.of("age", "text")),
                        List.of(PrimaryKey.of("author_pkey", List.of("id"))),
                        List.of(),
                        Optional.empty()));
    }

    static SchemaModel after() {
        return model(
                List.of("WILD", "SAD"),
                new Table(
                        AUTHOR,
                        List.of(
                                id(),
                                Column.of("name", "varchar(80)").notNull(),
                                Column.of("mood", "mood").withDefault("'SAD'"),
                                Column.of("born", "date").notNull().withComment("Not when they died"),
                                Column.of("favourite_id", "bigint")),
                        List.of(
                                PrimaryKey.of("author_pkey", List.of("id")),
                                Check.of("author_born_check", "born > '1800-01-01'"),
                                ForeignKey.of(
                                        "author_favourite_id_fkey", List.of("favourite_id"), BOOK, List.of("id"))),
                        List.of(Index.of("author_name_idx", List.of("lower(name)"), false)),
                        Optional.empty()),
                new Table(
                        BOOK,
                        List.of(id(), Column.of("title", "text").notNull(), Column.of("author_id", "bigint")),
                        List.of(
                                PrimaryKey.of("book_pkey", List.of("id")),
                                ForeignKey.of("book_author_id_fkey", List.of("author_id"), AUTHOR, List.of("id"))),
                        List.of(Index.of("book_author_id_idx", List.of("author_id"), false)),
                        Optional.of("What they wrote")));
    }

    private static Column id() {
        return Column.of("id", "bigint").notNull().numbering(Identity.byDefault("bigint"));
    }

    private static SchemaModel model(List<String> moods, Table... tables) {
        return new SchemaModel(
                "public",
                Set.of("public"),
                List.of(),
                List.of(new EnumType(new QualifiedName("public", "mood"), moods)),
                List.of(),
                List.of(tables),
                List.of());
    }
}
