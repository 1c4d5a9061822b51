// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.type.SqlType;
import java.util.List;

/** Which numbers PostgreSQL turns into which when it calculates. */
final class Numbers {
    private static final List<String> WIDER_AND_WIDER =
            List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private Numbers() {}

    /** Whether what comes of both is of the first type. */
    static boolean stays(SqlType<?> first, SqlType<?> second) {
        if (first.javaType() == second.javaType()) {
            return true;
        }
        int own = WIDER_AND_WIDER.indexOf(first.name());
        int other = WIDER_AND_WIDER.indexOf(second.name());
        boolean known = own >= 0 && other >= 0;
        return known && other < own && !becomesDouble(first);
    }

    /** Whether a type has whole numbers only. */
    static boolean isInteger(SqlType<?> type) {
        int place = WIDER_AND_WIDER.indexOf(type.name());
        return place >= 0 && place <= 2;
    }

    /** Whether a type has floating point. */
    static boolean isFloating(SqlType<?> type) {
        return WIDER_AND_WIDER.indexOf(type.name()) >= 4;
    }

    /** With a number that is no real, a real becomes a double. */
    private static boolean becomesDouble(SqlType<?> first) {
        return first.name().equals("real");
    }
}
