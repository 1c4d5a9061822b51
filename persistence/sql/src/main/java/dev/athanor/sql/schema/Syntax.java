// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What comes of syntax that is like no other. */
final class Syntax {
    private static final String EXTRACT = "extract(";
    private static final String ARRAY = "cast(array[";
    private static final String AS = "] as ";
    private static final List<String> OVERLAPS = List.of("((", ", ", ") overlaps (", ", ", "))");

    private static final Set<String> EXTRACTED = Set.of("date", "time", "timetz", "timestamp", "interval");
    private static final Set<String> OVERLAPPING = Set.of("time", "timetz", "timestamp", "timestamptz");

    private Syntax() {}

    /** The type of the result; none if it depends on more than the holes, or nothing is known of it. */
    static Optional<String> result(List<String> pieces, List<String> types) {
        String beginning = pieces.get(0);
        if (beginning.startsWith(EXTRACT)) {
            return EXTRACTED.contains(types.get(0)) ? Optional.of("numeric") : Optional.empty();
        }
        if (beginning.startsWith(ARRAY)) {
            return array(pieces.get(pieces.size() - 1), types);
        }
        boolean overlapping = pieces.equals(OVERLAPS) && Types.areSame(types) && OVERLAPPING.contains(types.get(0));
        return overlapping ? Optional.of("boolean") : Optional.empty();
    }

    private static Optional<String> array(String end, List<String> types) {
        String name = end.substring(end.indexOf(AS) + AS.length(), end.length() - 1);
        String array = Types.of(name);
        boolean fits = types.isEmpty()
                || ImmutableFunctions.alike(types)
                        .filter(type -> Casts.isImmutable(type, Types.element(array)))
                        .isPresent();
        return fits ? Optional.of(array) : Optional.empty();
    }

    /** Why there is no result, and what to do. */
    static String problem(List<String> pieces, List<String> types) {
        String beginning = pieces.get(0);
        if (beginning.startsWith(EXTRACT)) {
            return beginning.strip() + " …) of " + types.get(0)
                    + " depends on the session's time zone; say which by atZone(…)";
        }
        if (beginning.equals("current_date")) {
            return "current_date is another each day; let the value be set when the row is";
        }
        if (beginning.startsWith(ARRAY)) {
            return "an array of " + String.join(" and ", types) + " has elements that have to be cast; cast(…) each";
        }
        return "a text of SQL is not known to give the same always; if it does, say so by immutable(…)";
    }
}
