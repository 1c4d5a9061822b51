// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal;

import java.util.List;
import java.util.Set;

/** Whether an expression may give each row another value. */
public final class Volatility {
    /** Functions that give the same within a statement; all that are not known may not. */
    private static final Set<String> STABLE = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_timestamp",
            "localtimestamp",
            "localtime",
            "current_time",
            "lower",
            "upper",
            "length",
            "coalesce",
            "nullif",
            "concat",
            "make_interval",
            "make_date",
            "to_char",
            "to_date",
            "to_timestamp",
            "date_trunc",
            "timezone",
            "jsonb_build_object",
            "jsonb_build_array",
            "json_build_object",
            "json_build_array",
            "current_setting",
            "md5",
            "encode",
            "decode",
            "repeat",
            "abs",
            "round",
            "least",
            "greatest",
            "array_fill",
            "row",
            "cast",
            "in");

    /** What has its size in parentheses. */
    private static final Set<String> SIZED = Set.of(
            "varchar",
            "varying",
            "char",
            "character",
            "bit",
            "numeric",
            "decimal",
            "timestamp",
            "timestamptz",
            "time",
            "interval",
            "float");

    private Volatility() {}

    /** Whether it may. */
    public static boolean isVolatile(List<SqlToken> expression) {
        for (int i = 0; i + 1 < expression.size(); i++) {
            SqlToken token = expression.get(i);
            if (token.isName()
                    && expression.get(i + 1).is("(")
                    && !STABLE.contains(token.name())
                    && !SIZED.contains(token.name())) {
                return true;
            }
        }
        return false;
    }
}
