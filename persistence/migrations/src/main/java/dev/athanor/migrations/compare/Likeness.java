// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How much two tables, or two columns, are alike, from 0 to 1. From {@link #ENOUGH} on, one may have become the other.
 */
final class Likeness {
    static final double ENOUGH = 0.5;

    private Likeness() {}

    /** Tables have the same columns; their names, and who refers to them, count less. */
    static double ofTables(Table one, boolean referredTo, Table other, boolean otherReferredTo) {
        double columns = 0;
        for (Column column : one.columns()) {
            columns += other.column(column.name())
                    .map(same -> same.type().equals(column.type()) ? 1.0 : 0.5)
                    .orElse(0.0);
        }
        int all = one.columns().size() + other.columns().size();
        double shared = all == 0 ? 0 : 2 * columns / all;
        return 0.6 * shared
                + 0.3 * ofNames(one.name().name(), other.name().name())
                + (referredTo == otherReferredTo ? 0.1 : 0);
    }

    /** Columns have like names and types; what they refer to decides, if one does. */
    static double ofColumns(Column one, Table of, Column other, Table in) {
        double likeness = 0.4 * ofNames(one.name(), other.name())
                + 0.3 * ofTypes(one.type(), other.type())
                + (one.nullable() == other.nullable() ? 0.1 : 0)
                + (one.defaultValue().equals(other.defaultValue()) ? 0.05 : 0)
                + 0.15 * ofPlaces(of.columns().indexOf(one), in.columns().indexOf(other));
        Optional<QualifiedName> target = target(one, of);
        Optional<QualifiedName> otherTarget = target(other, in);
        if (target.isEmpty() && otherTarget.isEmpty()) {
            return likeness;
        }
        return target.equals(otherTarget) ? Math.min(1, likeness + 0.2) : likeness - 0.2;
    }

    private static Optional<QualifiedName> target(Column column, Table of) {
        return of.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .map(ForeignKey::target)
                .findFirst();
    }

    private static double ofTypes(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        return TypeFamily.areAlike(one, other) ? 0.7 : 0;
    }

    private static double ofPlaces(int one, int other) {
        return 1.0 / (1 + Math.abs(one - other));
    }

    /** By pairs of letters that both have; a name that is a part of the other is close to it. */
    static double ofNames(String one, String other) {
        String first = plain(one);
        String second = plain(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        double pairs = sharedPairs(first, second);
        boolean part =
                Math.min(first.length(), second.length()) > 2 && (first.contains(second) || second.contains(first));
        return part ? Math.max(pairs, 0.7) : pairs;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static double sharedPairs(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        List<String> left = pairs(other);
        int shared = 0;
        for (String pair : pairs(one)) {
            if (left.remove(pair)) {
                shared++;
            }
        }
        return 2.0 * shared / (one.length() + other.length() + 2);
    }

    private static List<String> pairs(String word) {
        String padded = " " + word + " ";
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < padded.length(); i++) {
            pairs.add(padded.substring(i, i + 2));
        }
        return pairs;
    }
}
