// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Synchronize;
import dev.athanor.orm.internal.bulk.TableRows;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Assignment;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Modification;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of a chunk, by whose keys rows of the table are updated or deleted. For one use by one thread. */
final class KeyedRows<V> implements Chunks.Prepared {
    private final TableWriting writing;
    private final TableRows rows;
    private final Keyed keyed;
    private final Giving<V> giving;
    private final long before;
    private final Written<V> written;

    KeyedRows(TableWriting writing, TableRows rows, Keyed keyed, Giving<V> giving, Written<V> written) {
        this.writing = writing;
        this.rows = rows;
        this.keyed = keyed;
        this.giving = giving;
        this.written = written;
        this.before = written.given;
        written.given += rows.rows().size();
        checkKeys();
    }

    private void checkKeys() {
        int[] places = keyed.key.stream().mapToInt(this::place).toArray();
        Map<List<String>, Integer> seen = new HashMap<>();
        for (int i = 0; i < rows.rows().size(); i++) {
            @Nullable Object[] row = rows.rows().get(i);
            Integer other = seen.put(
                    Arrays.stream(places)
                            .mapToObj(place -> String.valueOf(row[place]))
                            .toList(),
                    i);
            if (other != null) {
                throw new OrmException(
                        OrmError.BULK_UNSUPPORTED,
                        "the rows at " + (before + other) + " and " + (before + i)
                                + ", counted from 0, have the same key, and which of them is last is not known");
            }
        }
    }

    private int place(String column) {
        int place = rows.columns().indexOf(column);
        if (place < 0) {
            throw new OrmException(
                    OrmError.BULK_UNSUPPORTED,
                    "rows are found by \"" + column + "\", which the mapping does not set; set it, or say by(…)");
        }
        return place;
    }

    @Override
    public Runnable write(int from, int to) {
        TableRows range = rows.range(from, to);
        GivenRows given = new GivenRows(range, writing.columns(rows.target()));
        List<Expression> returning = new ArrayList<>(giving.returning());
        returning.add(given.place());
        Command all = keyed.deletes ? deletion(given, returning) : modification(given, returning);
        Command command = SessionContext.of(writing.unit()).filtered(all);
        Touched<V> touched = giving.read(writing.reader(), command, keyed.synchronize);
        return () -> keep(touched, from, to);
    }

    private Deletion deletion(GivenRows given, List<Expression> returning) {
        return new Deletion(
                List.of(),
                new Deletion.Parts(rows.target(), List.of(given.source()), Optional.of(matches(given)), returning));
    }

    private Modification modification(GivenRows given, List<Expression> returning) {
        List<Assignment> assignments = new ArrayList<>();
        rows.columns().stream()
                .filter(column -> !keyed.key.contains(column))
                .forEach(column -> assignments.add(new Assignment(column, given.value(column))));
        keyed.raised.ifPresent(column -> assignments.add(new Assignment(
                column, new Operation(Operator.PLUS, List.of(column(column), new Constant(SqlTypes.INTEGER, 1))))));
        return new Modification(
                List.of(),
                new Modification.Parts(
                        rows.target(), assignments, List.of(given.source()), Optional.of(matches(given)), returning));
    }

    private Expression matches(GivenRows given) {
        List<Expression> equal = new ArrayList<>();
        for (String column : keyed.key) {
            equal.add(new Operation(Operator.EQUAL, List.of(column(column), given.value(column))));
        }
        return equal.size() == 1 ? equal.get(0) : new Operation(Operator.AND, equal);
    }

    private ColumnReference column(String name) {
        return new ColumnReference(rows.target(), name);
    }

    /** By their places: an update goes through the rows as it likes. */
    private void keep(Touched<V> touched, int from, int to) {
        touched.entities.run();
        Map<Long, List<V>> byPlace = new TreeMap<>();
        for (int i = 0; i < touched.places.size(); i++) {
            byPlace.computeIfAbsent(touched.places.get(i), place -> new ArrayList<>(1))
                    .add(touched.values.get(i));
        }
        byPlace.values().forEach(values -> giving.keep(written.values, values));
        written.rows += touched.places.size();
        Set<Long> there = new HashSet<>(byPlace.keySet());
        for (long place = 1; place <= to - from; place++) {
            if (!there.contains(place)) {
                written.missing.add(before + from + place - 1);
            }
        }
    }

    /**
     * What is done to the rows that have a key.
     *
     * @param key its columns
     * @param raised a number that is raised by one
     * @param deletes whether they are deleted
     * @param synchronize how entities learn of it
     */
    record Keyed(List<String> key, Optional<String> raised, boolean deletes, Synchronize synchronize) {}

    /** What became of all. */
    static final class Written<V> {
        final List<V> values = new ArrayList<>();
        final List<Long> missing = new ArrayList<>();
        long rows;
        private long given;
    }

    /**
     * What a statement touched.
     *
     * @param values what each row gave
     * @param places which of the given rows it was, from 1
     * @param entities lets the session's entities learn of it
     */
    record Touched<V>(List<V> values, List<Long> places, Runnable entities) {}
}
