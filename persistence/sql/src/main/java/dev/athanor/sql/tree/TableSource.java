// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.Optional;
import java.util.function.Consumer;

/** A table or view, or those rows of it that are of a class. */
public final class TableSource extends Source {
    private static final long KIND = Hash.of(TableSource.class);

    private final Optional<String> schema;
    private final String name;
    private final String alias;
    private final Optional<Restriction> restriction;

    /** One of these parts, with all its rows. */
    public TableSource(Optional<String> schema, String name, String alias) {
        this(schema, name, alias, Optional.empty());
    }

    /** One of these parts, of which statements see and change those rows only that are as a restriction says. */
    public TableSource(Optional<String> schema, String name, String alias, Optional<Restriction> restriction) {
        super(hash(schema, name, alias, restriction));
        this.schema = schema;
        this.name = name;
        this.alias = alias;
        this.restriction = restriction;
    }

    private static long hash(Optional<String> schema, String name, String alias, Optional<Restriction> restriction) {
        long hash = Hash.mix(Hash.mix(Hash.mix(KIND, schema.hashCode()), name.hashCode()), alias.hashCode());
        return restriction.isPresent() ? Hash.mix(hash, restriction.get().structure()) : hash;
    }

    /** Its schema, if not found by the search path. */
    public Optional<String> schema() {
        return schema;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The name by which the statement refers to it. */
    @Override
    public String alias() {
        return alias;
    }

    /** Which of its rows are meant; all if it does not say. */
    public Optional<Restriction> restriction() {
        return restriction;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        TableSource that = (TableSource) other;
        return schema.equals(that.schema)
                && name.equals(that.name)
                && alias.equals(that.alias)
                && sameRows(that, comparison);
    }

    private boolean sameRows(TableSource other, Comparison comparison) {
        return (restriction.isEmpty() || other.restriction.isEmpty())
                ? restriction.isEmpty() == other.restriction.isEmpty()
                : restriction.get().same(other.restriction.get(), comparison);
    }

    @Override
    Node mapped(Mapper mapper) {
        return this;
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {}

    @Override
    public <R> R accept(SourceVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
