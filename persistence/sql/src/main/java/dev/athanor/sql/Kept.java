// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where entities are kept: in a table, or in several whose rows belong together. For generated tables. Immutable and
 * thread-safe.
 */
public final class Kept {
    private final Optional<String> schema;
    private final String name;
    private final List<Other> others;
    private final Optional<Discriminator> discriminator;

    private Kept(Optional<String> schema, String name, List<Other> others, Optional<Discriminator> discriminator) {
        this.schema = schema;
        this.name = name;
        this.others = others;
        this.discriminator = discriminator;
    }

    /** In a table that the search path finds. */
    public static Kept in(String table) {
        return new Kept(Optional.empty(), table, List.of(), Optional.empty());
    }

    /** In a table of a schema. */
    public static Kept in(String schema, String table) {
        return new Kept(Optional.of(schema), table, List.of(), Optional.empty());
    }

    /**
     * And in another table, of whose rows each belongs to one of the first.
     *
     * @param part the name by which {@link Columns#in} refers to it
     * @param other the table
     * @param optional whether there may be no row in it
     * @param own the columns of the first table
     * @param theirs the columns of the other that equal these
     */
    public Kept and(String part, Kept other, boolean optional, List<String> own, List<String> theirs) {
        List<Other> all = Clauses.plus(others, new Other(part, other, optional, own, theirs));
        return new Kept(schema, name, all, discriminator);
    }

    /** With a column of the first table that tells the class of a row. */
    public Kept told(Discriminator by) {
        return new Kept(schema, name, others, Optional.of(by));
    }

    Optional<Discriminator> discriminator() {
        return discriminator;
    }

    Source source(String alias) {
        TableSource root = new TableSource(schema, name, alias, discriminator.flatMap(Discriminator::restriction));
        if (others.isEmpty()) {
            return root;
        }
        List<JoinedSource.Part> parts = new ArrayList<>();
        for (Other other : others) {
            TableSource table = new TableSource(other.kept.schema, other.kept.name, alias(alias, other.part));
            parts.add(new JoinedSource.Part(table, other.optional, other.own, other.theirs));
        }
        return new JoinedSource(root, parts);
    }

    /** The alias of a part of a source of this alias. */
    static String alias(String alias, String part) {
        return Aliases.of(alias, '.', part);
    }

    private record Other(String part, Kept kept, boolean optional, List<String> own, List<String> theirs) {}
}
