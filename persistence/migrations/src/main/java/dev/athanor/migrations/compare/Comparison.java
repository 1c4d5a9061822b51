// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What leads from one schema to another, in an order that applies; backwards, each change taken back, in an order that
 * leads from the other to the one.
 *
 * <pre>{@code
 * Comparison comparison = Comparison.between(Catalog.read(connection, "public"), wanted);
 * comparison.changes();       // none if they are the same
 * comparison.notCompared();   // views, triggers …
 * }</pre>
 *
 * <p>Both must come from a database, or have been brought {@linkplain dev.athanor.migrations.catalog.Scratch into its
 * words}, as types and expressions are compared as texts. The order of columns is not compared, nor are names of
 * identity columns' sequences. Immutable and thread-safe.
 *
 * @param before what there is, by the names that renames give it
 * @param after what is wanted
 * @param changes the changes
 * @param notCompared what is there on either side, and was not looked at, in words
 */
public record Comparison(SchemaModel before, SchemaModel after, List<Change> changes, List<String> notCompared) {
    /** Keeps copies. */
    public Comparison {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        changes = List.copyOf(changes);
        notCompared = List.copyOf(notCompared);
    }

    /** What leads from {@code before} to {@code after}, if nothing looks renamed. */
    public static Comparison between(SchemaModel before, SchemaModel after) {
        return between(before, after, Renames.none());
    }

    /**
     * What leads from {@code before} to {@code after}.
     *
     * @throws dev.athanor.migrations.MigrationException if something looks renamed, and the answers do not say
     */
    public static Comparison between(SchemaModel before, SchemaModel after, Renames answers) {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        List<String> notCompared = new ArrayList<>(before.notCompared());
        after.notCompared().stream().filter(text -> !notCompared.contains(text)).forEach(notCompared::add);
        RenameSearch search = new RenameSearch(before, after, answers);
        SchemaModel renamed = search.renamed();
        return new Comparison(renamed, after, new Plan(renamed, after, search.changes()).changes(), notCompared);
    }

    /** The way back: what leads from the other to the one. */
    public List<Change> backwards() {
        List<Change> backwards = new ArrayList<>();
        for (int i = changes.size() - 1; i >= 0; i--) {
            backwards.add(changes.get(i).inverse());
        }
        return List.copyOf(backwards);
    }
}
