// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.value;

import dev.athanor.sql.Condition;
import dev.athanor.sql.EnumExpr;
import dev.athanor.sql.Expr;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalExpr;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.ValueExpr;
import dev.athanor.sql.tree.Case;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * SQL that does with texts what Java's {@code String} does. Lengths and positions count UTF-16 units, as Java does.
 *
 * <p>It differs where Java throws: null comes out of null, a position outside the text gives what there is of it, a
 * negative number of repetitions none. Where Java would cut a surrogate pair in two, which the database could not keep,
 * the pair stays whole with its first half; {@link #substring} loses a U+FFFF, which is no character.
 *
 * <p>Upper and lower case are those of Unicode in full, ß and İ and final Σ too, by the database's ICU: it differs for
 * characters that only one of ICU and Java knows to have a case, and for a Σ beside a quotation mark, hyphen or digit.
 * {@link #inOrder} differs from {@code compareTo} only between characters above U+FFFF and those from U+E000 on.
 */
public final class JavaText {
    /** What Character.isWhitespace(…) holds for; Unicode does not change it any more. */
    private static final String WHITESPACE =
            "E'\\t\\n\\x0B\\f\\r\\x1C\\x1D\\x1E\\x1F \\u1680\\u2000\\u2001\\u2002\\u2003"
                    + "\\u2004\\u2005\\u2006\\u2008\\u2009\\u200A\\u2028\\u2029\\u205F\\u3000'";

    private static final String CONTROL =
            "E'\\x01\\x02\\x03\\x04\\x05\\x06\\x07\\b\\t\\n\\x0B\\f\\r\\x0E\\x0F\\x10\\x11\\x12\\x13\\x14\\x15\\x16\\x17"
                    + "\\x18\\x19\\x1A\\x1B\\x1C\\x1D\\x1E\\x1F '";

    /** Characters that take two units in UTF-16. */
    private static final String PAIRS = "[\\U00010000-\\U0010FFFF]";

    private static final String COUNT_OF_PAIRS = "regexp_count(%s collate \"C\", E'" + PAIRS + "')";

    /** With the second half of each pair in a place of its own, so that places count as in UTF-16. */
    private static final String UNITS = "regexp_replace({0}, E'(" + PAIRS + ")', E'\\\\1\\uFFFF', 'g')";

    private static final Form LENGTH = Form.of("(char_length({0}) + " + COUNT_OF_PAIRS.formatted("{0}") + ")");
    private static final Form STRIP = Form.of("btrim({0}, " + WHITESPACE + ")");
    private static final Form STRIP_LEADING = Form.of("ltrim({0}, " + WHITESPACE + ")");
    private static final Form STRIP_TRAILING = Form.of("rtrim({0}, " + WHITESPACE + ")");
    private static final Form TRIM = Form.of("btrim({0}, " + CONTROL + ")");

    /** A collation that all versions of PostgreSQL have; the result goes on with the database's own. */
    private static final Form LOWER = Form.of("(lower({0} collate \"und-x-icu\") collate \"default\")");

    private static final Form UPPER = Form.of("(upper({0} collate \"und-x-icu\") collate \"default\")");
    private static final Form INDEX_OF = Form.of("(strpos({0}, {1}) - 1 + "
            + COUNT_OF_PAIRS.formatted("left({0}, greatest(strpos({0}, {1}) - 1, 0))") + ")");
    private static final Form LAST_INDEX_OF = Form.of("case when strpos({0}, {1}) = 0 then -1"
            + " else char_length({0}) - char_length({1}) - strpos(reverse({0}), reverse({1})) + 1 + "
            + COUNT_OF_PAIRS.formatted(
                    "left({0}, char_length({0}) - char_length({1}) - strpos(reverse({0}), reverse({1})) + 1)")
            + " end");
    private static final Form SUBSTRING_FROM = Form.of("replace(substr(" + UNITS + ", {1}), E'\\uFFFF', '')");
    private static final Form SUBSTRING = Form.of("replace(substr(left(" + UNITS + ", {2}), {1}), E'\\uFFFF', '')");
    private static final Form STRPOS = Form.of("strpos({0}, {1})");
    private static final Form ENDS_WITH = Form.of("(right({0}, char_length({1})) = {1})");
    private static final Form REPLACE = Form.of("replace({0}, {1}, {2})");
    private static final Form REPLACE_NOTHING = Form.of("regexp_replace({0}, '', {1}, 'g')");
    private static final Form REPLACE_ANY =
            Form.of("case when {1} = '' then regexp_replace({0}, '', {3}, 'g') else replace({0}, {1}, {2}) end");
    private static final Form LITERALLY = Form.of("replace({0}, E'\\\\', E'\\\\\\\\')");
    private static final Form DATE = Form.of("(lpad(cast(extract(year from {0}) as text), 4, '0')"
            + " || '-' || lpad(cast(extract(month from {0}) as text), 2, '0')"
            + " || '-' || lpad(cast(extract(day from {0}) as text), 2, '0'))");
    private static final Form WHOLE = Form.of("trunc({0})");

    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

    private JavaText() {}

    /** {@code text.length()}. */
    public static NumberExpr<Integer> length(TextExpr text) {
        return integer(LENGTH.of(text));
    }

    /** {@code text.isEmpty()}. */
    public static Condition isEmpty(TextExpr text) {
        return text.eq(inline(""));
    }

    /** {@code text.isBlank()}. */
    public static Condition isBlank(TextExpr text) {
        return isEmpty(strip(text));
    }

    /** {@code text.strip()}. */
    public static TextExpr strip(TextExpr text) {
        return text(STRIP.of(text));
    }

    /** {@code text.stripLeading()}. */
    public static TextExpr stripLeading(TextExpr text) {
        return text(STRIP_LEADING.of(text));
    }

    /** {@code text.stripTrailing()}. */
    public static TextExpr stripTrailing(TextExpr text) {
        return text(STRIP_TRAILING.of(text));
    }

    /** {@code text.trim()}. */
    public static TextExpr trim(TextExpr text) {
        return text(TRIM.of(text));
    }

    /** {@code text.toLowerCase(Locale.ROOT)}. */
    public static TextExpr toLowerCase(TextExpr text) {
        return text(LOWER.of(text));
    }

    /** {@code text.toUpperCase(Locale.ROOT)}. */
    public static TextExpr toUpperCase(TextExpr text) {
        return text(UPPER.of(text));
    }

    /** {@code text.indexOf(part)}. */
    public static NumberExpr<Integer> indexOf(TextExpr text, TextExpr part) {
        return integer(INDEX_OF.of(text, part));
    }

    /** {@code text.lastIndexOf(part)}. */
    public static NumberExpr<Integer> lastIndexOf(TextExpr text, TextExpr part) {
        return integer(LAST_INDEX_OF.of(text, part));
    }

    /** {@code text.substring(begin)}. */
    public static TextExpr substring(TextExpr text, NumberExpr<Integer> begin) {
        return text(SUBSTRING_FROM.of(text, next(begin)));
    }

    /** {@code text.substring(begin, end)}. */
    public static TextExpr substring(TextExpr text, NumberExpr<Integer> begin, NumberExpr<Integer> end) {
        return text(SUBSTRING.of(text, next(begin), end));
    }

    /** {@code text.contains(part)}; for a known part a pattern, which an index of trigrams can serve. */
    public static Condition contains(TextExpr text, TextExpr part) {
        return pattern(part, known -> "%" + known + "%").map(text::like).orElseGet(() -> integer(STRPOS.of(text, part))
                .gt(inline(0)));
    }

    /** {@code text.startsWith(prefix)}. */
    public static Condition startsWith(TextExpr text, TextExpr prefix) {
        return text.startsWith(prefix);
    }

    /** {@code text.endsWith(suffix)}; for a known suffix a pattern, which an index of trigrams can serve. */
    public static Condition endsWith(TextExpr text, TextExpr suffix) {
        return pattern(suffix, known -> "%" + known)
                .map(text::like)
                .orElseGet(() -> Form.typed(SqlTypes.BOOLEAN, ENDS_WITH.of(text, suffix)));
    }

    /**
     * {@code text.replace(target, replacement)}, which for an empty target puts the replacement between all characters.
     */
    public static TextExpr replace(TextExpr text, TextExpr target, TextExpr replacement) {
        Optional<String> known = Known.value(target);
        if (known.isEmpty()) {
            return text(REPLACE_ANY.of(text, target, replacement, literally(replacement)));
        }
        return known.get().isEmpty()
                ? text(REPLACE_NOTHING.of(text, literally(replacement)))
                : text(REPLACE.of(text, target, replacement));
    }

    /** {@code text.repeat(times)}. */
    public static TextExpr repeat(TextExpr text, NumberExpr<Integer> times) {
        return text.repeat(times);
    }

    /** {@code first + others}; null where one of them is, which Java writes as {@code null}. */
    public static TextExpr concat(TextExpr first, TextExpr... others) {
        TextExpr all = first;
        for (TextExpr other : others) {
            all = all.concat(other);
        }
        return all;
    }

    /** {@code String.join(separator, first, others)}; null where one of them is, which Java writes as {@code null}. */
    public static TextExpr join(TextExpr separator, TextExpr first, TextExpr... others) {
        TextExpr all = first;
        for (TextExpr other : others) {
            all = all.concat(separator).concat(other);
        }
        return all;
    }

    /** A text to be compared and ordered as by {@code compareTo}: both sides have to be. */
    public static TextExpr inOrder(TextExpr text) {
        return text.collate("C");
    }

    /** {@code String.valueOf(number)} of a whole number; others are written differently, and refused. */
    public static TextExpr text(NumberExpr<? extends Number> number) {
        Class<?> type = number.type().javaType();
        if (!WHOLE_NUMBERS.contains(type)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the database writes a " + type.getSimpleName()
                            + " not as Java does; use plainText(…) for decimals, and round(…) for others");
        }
        return type == BigInteger.class
                ? Form.typed(SqlTypes.NUMERIC, WHOLE.of(number)).cast(SqlTypes.TEXT)
                : asText(number);
    }

    /** {@code decimal.toPlainString()}. */
    public static TextExpr plainText(NumberExpr<BigDecimal> decimal) {
        return asText(decimal);
    }

    /** {@code String.valueOf(condition)}. */
    public static TextExpr text(Condition condition) {
        return asText(condition);
    }

    /** {@code uuid.toString()}. */
    public static TextExpr text(ValueExpr<UUID> uuid) {
        return asText(uuid);
    }

    /** {@code date.toString()}, for the years 1 to 9999. */
    public static TextExpr text(TemporalExpr<LocalDate> date) {
        return text(DATE.of(date));
    }

    /** {@code constant.name()}, whether it is kept as its name, its number, or by a type of the database's own. */
    public static <E extends Enum<E>> TextExpr name(EnumExpr<E> constant) {
        E[] constants = constant.type().javaType().getEnumConstants();
        return kept(constant) == Types.VARCHAR
                ? text(constant.node())
                : text(caseOf(constant, i -> inline(constants[i].name())));
    }

    /** {@code constant.ordinal()}, whether it is kept as its name, its number, or by a type of the database's own. */
    public static <E extends Enum<E>> NumberExpr<Integer> ordinal(EnumExpr<E> constant) {
        return kept(constant) == Types.INTEGER ? integer(constant.node()) : integer(caseOf(constant, Sql::inline));
    }

    /** By cases: the database's own text of a constant counts as changeable, as constants can be renamed. */
    private static <E extends Enum<E>> Expression caseOf(EnumExpr<E> operand, IntFunction<Expr<?>> resultAt) {
        E[] constants = operand.type().javaType().getEnumConstants();
        boolean numbers = kept(operand) == Types.INTEGER;
        List<Expression> values = new ArrayList<>();
        List<Expression> results = new ArrayList<>();
        for (int i = 0; i < constants.length; i++) {
            values.add(numbers ? inline(i).node() : new Constant(operand.type(), constants[i]));
            results.add(resultAt.apply(i).node());
        }
        return new Case(Optional.of(operand.node().unlabelled()), values, results, Optional.empty());
    }

    private static int kept(EnumExpr<?> constant) {
        return constant.type().codec().jdbcType();
    }

    /** A known text as a pattern of {@code like}, written into the statement or bound as the text is. */
    private static Optional<TextExpr> pattern(TextExpr part, UnaryOperator<String> around) {
        return Known.value(part)
                .map(known -> known.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"))
                .map(around)
                .map(pattern -> Known.constant(part).isPresent() ? inline(pattern) : value(pattern));
    }

    /** A replacement in which a backslash has no meaning of its own. */
    private static TextExpr literally(TextExpr replacement) {
        return Known.constant(replacement)
                .map(known -> inline(known.replace("\\", "\\\\")))
                .orElseGet(() -> text(LITERALLY.of(replacement)));
    }

    /** The database counts from 1. */
    private static NumberExpr<Integer> next(NumberExpr<Integer> place) {
        return Known.constant(place).map(known -> inline(known + 1)).orElseGet(() -> place.plus(inline(1)));
    }

    private static TextExpr asText(Expr<?> value) {
        return value.cast(SqlTypes.TEXT);
    }

    private static TextExpr text(Expression node) {
        return Form.typed(SqlTypes.TEXT, node.unlabelled());
    }

    private static NumberExpr<Integer> integer(Expression node) {
        return Form.typed(SqlTypes.INTEGER, node.unlabelled());
    }
}
