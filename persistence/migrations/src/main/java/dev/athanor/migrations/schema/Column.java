// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A column. Immutable and thread-safe.
 *
 * <pre>{@code Column.of("name", "varchar(80)").notNull().withDefault("''")}</pre>
 *
 * @param name the name
 * @param type the type, as SQL has it
 * @param nullable whether it may be null
 * @param defaultValue the expression of its default
 * @param generated the expression that it is computed by, and kept
 * @param identity how it numbers rows, if it does
 * @param collation the collation, if it is not that of the type
 * @param comment what is said of it
 */
public record Column(
        String name,
        String type,
        boolean nullable,
        Optional<String> defaultValue,
        Optional<String> generated,
        Optional<Identity> identity,
        Optional<String> collation,
        Optional<String> comment) {
    /** Has them all. */
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(generated, "generated");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(collation, "collation");
        Objects.requireNonNull(comment, "comment");
    }

    /** One that may be null, and nothing else. */
    public static Column of(String name, String type) {
        return new Column(
                name,
                type,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, not null. */
    public Column notNull() {
        return withNullable(false);
    }

    /** The same, null or not. */
    public Column withNullable(boolean may) {
        return new Column(name, type, may, defaultValue, generated, identity, collation, comment);
    }

    /** The same, of another type. */
    public Column withType(String other) {
        return new Column(name, other, nullable, defaultValue, generated, identity, collation, comment);
    }

    /** The same with a default. */
    public Column withDefault(String expression) {
        return withDefault(Optional.of(expression));
    }

    /** The same with a default, or without one. */
    public Column withDefault(Optional<String> expression) {
        return new Column(name, type, nullable, expression, generated, identity, collation, comment);
    }

    /** The same, computed. */
    public Column generatedAs(String expression) {
        return new Column(name, type, nullable, defaultValue, Optional.of(expression), identity, collation, comment);
    }

    /** The same, numbering rows. */
    public Column numbering(Identity how) {
        return new Column(name, type, nullable, defaultValue, generated, Optional.of(how), collation, comment);
    }

    /** The same with a comment. */
    public Column withComment(String text) {
        return new Column(name, type, nullable, defaultValue, generated, identity, collation, Optional.of(text));
    }

    /** The same of a table, with other names in it. */
    public Column following(QualifiedName table, NameChange names) {
        return new Column(
                names.column(table, name),
                type,
                nullable,
                defaultValue.map(text -> names.expression(table, text)),
                generated.map(text -> names.expression(table, text)),
                identity.map(numbers -> numbers.following(table, names)),
                collation,
                comment);
    }
}
