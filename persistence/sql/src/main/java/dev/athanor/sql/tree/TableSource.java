// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.Optional;
import java.util.function.Consumer;

/** A table or view. */
public final class TableSource extends Source {
    private static final long KIND = Hash.of(TableSource.class);

    private final Optional<String> schema;
    private final String name;
    private final String alias;

    /** One of these parts. */
    public TableSource(Optional<String> schema, String name, String alias) {
        super(Hash.mix(Hash.mix(Hash.mix(KIND, schema.hashCode()), name.hashCode()), alias.hashCode()));
        this.schema = schema;
        this.name = name;
        this.alias = alias;
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

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        TableSource that = (TableSource) other;
        return schema.equals(that.schema) && name.equals(that.name) && alias.equals(that.alias);
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
