// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.Constant;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** What PostgreSQL has of its own. */
public final class PostgreSqlRenderer extends Renderer {
    /** Longer names would be cut, and might then be another's. */
    private static final int NAME_BYTES = 63;

    @Override
    protected String quoted(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new SqlException(
                    SqlError.NAME_INVALID, "a name is empty or holds a NUL character, which PostgreSQL does not keep");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
            throw new SqlException(
                    SqlError.NAME_INVALID,
                    "the name \"" + name + "\" is longer than the " + NAME_BYTES
                            + " bytes PostgreSQL keeps; shorten it");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    protected String literal(Constant constant) {
        Object value = constant.value();
        if (value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Integer || value instanceof BigDecimal) {
            String number = value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
            return number.startsWith("-") ? "(" + number + ")" : number;
        }
        return "cast(" + text(value.toString()) + " as " + constant.type().name() + ")";
    }

    /** The form with E means the same whatever standard_conforming_strings is. */
    private static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new SqlException(
                    SqlError.NAME_INVALID, "a constant holds a NUL character, which PostgreSQL does not keep");
        }
        String quoted = "'" + value.replace("'", "''").replace("\\", "\\\\") + "'";
        return value.indexOf('\\') >= 0 ? "E" + quoted : quoted;
    }
}
