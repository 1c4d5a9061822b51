// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.CommonTable;
import dev.athanor.sql.tree.Conflict;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.tree.Tail;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL has of its own. */
public sealed class PostgreSqlRenderer extends Renderer permits SchemaRenderer {
    /** The row that an insert could not add, as its conflict's clauses call it. */
    public static final TableSource EXCLUDED = new TableSource(Optional.empty(), "excluded", "excluded");

    /** Longer names would be cut, and might then be another's. */
    private static final int NAME_BYTES = 63;

    /** A renderer that writes on one line. */
    public PostgreSqlRenderer() {
        this(false);
    }

    /** A renderer that writes on one line, or on several for people. */
    public PostgreSqlRenderer(boolean pretty) {
        super(pretty);
    }

    @Override
    protected String quoted(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new SqlException(
                    SqlError.NAME_INVALID, "a name is empty or holds a NUL character, which PostgreSQL does not keep");
        }
        if (name.length() > NAME_BYTES / 3 && name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES) {
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
            String number = constant.text();
            if (value instanceof BigDecimal && number.indexOf('.') < 0) {
                return "cast(" + number + " as numeric)";
            }
            return number.startsWith("-") ? "(" + number + ")" : number;
        }
        return "cast(" + text(constant.text()) + " as " + constant.type().name() + ")";
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

    /** A doubled question mark is the driver's way to write one. */
    @Override
    protected String symbol(Operator operator) {
        return switch (operator) {
            case ILIKE -> "ilike";
            case NOT_ILIKE -> "not ilike";
            case MATCHES -> "~";
            case MATCHES_IGNORING_CASE -> "~*";
            case CONTAINS -> "@>";
            case CONTAINED_BY -> "<@";
            case OVERLAPS -> "&&";
            case JSON_GET -> "->";
            case JSON_GET_TEXT -> "->>";
            case JSON_PATH -> "#>";
            case JSON_PATH_TEXT -> "#>>";
            case JSON_HAS_KEY -> "??";
            case JSON_HAS_ANY_KEY -> "??|";
            case JSON_HAS_ALL_KEYS -> "??&";
            case JSON_PATH_EXISTS -> "@??";
            case JSON_PATH_MATCHES, TEXT_SEARCH_MATCHES -> "@@";
            case JSON_WITHOUT -> "-";
            case JSON_WITHOUT_PATH -> "#-";
            default -> super.symbol(operator);
        };
    }

    @Override
    protected String materialized(CommonTable.Materialization materialization) {
        return switch (materialization) {
            case DEFAULT -> "";
            case ALWAYS -> "materialized ";
            case NEVER -> "not materialized ";
        };
    }

    @Override
    protected String lock(Tail.Strength strength) {
        return "for " + words(strength);
    }

    @Override
    protected void conflict(Conflict conflict, TableSource target) {
        append("on conflict");
        conflict.constraint().ifPresent(name -> append(" on constraint " + quoted(name)));
        if (!conflict.target().isEmpty()) {
            append(" (");
            writeList(conflict.target(), this::writeBare);
            append(")");
            where(conflict.indexed(), true);
        }
        if (conflict.assignments().isEmpty()) {
            append(" do nothing");
            return;
        }
        declare(EXCLUDED);
        append(" do update set ");
        assignments(conflict.assignments());
        where(restricted(conflict.where(), List.of(target)), false);
    }
}
