// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Identifier;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.type.SqlType;
import java.util.List;

/** A text. */
public class TextExpr extends OrderedExpr<String> implements OrderedKind<TextExpr> {
    TextExpr(Expression node, SqlType<String> type) {
        super(node, type);
    }

    /** Whether it matches a pattern, in which {@code %} stands for any characters and {@code _} for one. */
    public final Condition like(String pattern) {
        return compare(Operator.LIKE, pattern, "");
    }

    /** Whether it matches a pattern, in which {@code %} stands for any characters and {@code _} for one. */
    public final Condition like(Expr<String> pattern) {
        return compare(Operator.LIKE, pattern);
    }

    /** The opposite of {@link #like}. */
    public final Condition notLike(String pattern) {
        return compare(Operator.NOT_LIKE, pattern, "");
    }

    /** As {@link #like}, without regard to case. */
    public final Condition ilike(String pattern) {
        return compare(Operator.ILIKE, pattern, "");
    }

    /** The opposite of {@link #ilike}. */
    public final Condition notIlike(String pattern) {
        return compare(Operator.NOT_ILIKE, pattern, "");
    }

    /** Whether it begins with a text, in which nothing has a meaning of its own. */
    public final Condition startsWith(String prefix) {
        return new Condition(call("starts_with", bind(prefix, "")));
    }

    /** Whether it begins with a text, in which nothing has a meaning of its own. */
    public final Condition startsWith(Expr<String> prefix) {
        return new Condition(call("starts_with", prefix.node()));
    }

    /** Whether it ends with a text, in which nothing has a meaning of its own. */
    public final Condition endsWith(String suffix) {
        return compare(Operator.LIKE, "%" + literally(suffix), "");
    }

    /** Whether it ends with a text, in which nothing has a meaning of its own. */
    public final Condition endsWith(Expr<String> suffix) {
        Expression end = call("right", Call.of("char_length", suffix.node()));
        return Condition.of(Operator.EQUAL, end, suffix.node());
    }

    /** Whether it contains a text, in which nothing has a meaning of its own. */
    public final Condition contains(String part) {
        return compare(Operator.LIKE, "%" + literally(part) + "%", "");
    }

    /** Whether it contains a text, in which nothing has a meaning of its own. */
    public final Condition contains(Expr<String> part) {
        return position(part).gt(Sql.inline(0));
    }

    /** Whether a part of it matches a regular expression of PostgreSQL's. */
    public final Condition matches(String regexp) {
        return compare(Operator.MATCHES, regexp, "");
    }

    /** As {@link #matches}, without regard to case. */
    public final Condition matchesIgnoringCase(String regexp) {
        return compare(Operator.MATCHES_IGNORING_CASE, regexp, "");
    }

    /** With every part that matches a regular expression replaced. */
    public final TextExpr replaceAll(String regexp, String replacement) {
        return text(call(
                "regexp_replace",
                bind(regexp, ""),
                bind(replacement, ""),
                Sql.inline("g").node()));
    }

    /** The part that matches a regular expression, or its first group; null if none does. */
    public final TextExpr matched(String regexp) {
        return text(call("substring", bind(regexp, "")));
    }

    /** With every occurrence of a text replaced. */
    public final TextExpr replace(String target, String replacement) {
        return text(call("replace", bind(target, ""), bind(replacement, "")));
    }

    /** In lower case, by the rules of the database's or the column's collation. */
    public final TextExpr lower() {
        return text(call("lower"));
    }

    /** In upper case, by the rules of the database's or the column's collation. */
    public final TextExpr upper() {
        return text(call("upper"));
    }

    /** Without spaces at both ends. */
    public final TextExpr trim() {
        return text(call("btrim"));
    }

    /** Without any of these characters at both ends. */
    public final TextExpr trim(String characters) {
        return text(call("btrim", bind(characters, "")));
    }

    /** Without spaces at the beginning. */
    public final TextExpr trimLeading() {
        return text(call("ltrim"));
    }

    /** Without spaces at the end. */
    public final TextExpr trimTrailing() {
        return text(call("rtrim"));
    }

    /** The number of characters. */
    public final NumberExpr<Integer> length() {
        return new NumberExpr<>(call("char_length"), SqlTypes.INTEGER);
    }

    /** Where a text is in it, the first character being 1; 0 if nowhere. */
    public final NumberExpr<Integer> position(String part) {
        return new NumberExpr<>(call("strpos", bind(part, "")), SqlTypes.INTEGER);
    }

    /** Where a text is in it, the first character being 1; 0 if nowhere. */
    public final NumberExpr<Integer> position(Expr<String> part) {
        return new NumberExpr<>(call("strpos", part.node()), SqlTypes.INTEGER);
    }

    /** The characters from one on, the first being 1. */
    public final TextExpr substring(int from) {
        return text(call("substr", Sql.value(from).node()));
    }

    /** So many characters from one on, the first being 1. */
    public final TextExpr substring(int from, int length) {
        return text(call("substr", Sql.value(from).node(), Sql.value(length).node()));
    }

    /** So many characters at the beginning. */
    public final TextExpr left(int length) {
        return text(call("left", Sql.value(length).node()));
    }

    /** So many characters at the end. */
    public final TextExpr right(int length) {
        return text(call("right", Sql.value(length).node()));
    }

    /** So many characters from one on, the first being 1. */
    public final TextExpr substring(Expr<Integer> from, Expr<Integer> length) {
        return text(call("substr", from.node(), length.node()));
    }

    /** So many characters at the beginning. */
    public final TextExpr left(Expr<Integer> length) {
        return text(call("left", length.node()));
    }

    /** So many characters at the end. */
    public final TextExpr right(Expr<Integer> length) {
        return text(call("right", length.node()));
    }

    /** The part between separators, the first being 1; empty if there is none. */
    public final TextExpr part(String separator, int number) {
        return text(call("split_part", bind(separator, ""), Sql.value(number).node()));
    }

    /** The parts between separators. */
    public final ArrayExpr<String> split(String separator) {
        return SqlTypes.array(SqlTypes.TEXT).of(call("string_to_array", bind(separator, "")));
    }

    /** With so many characters, by repeating a text before it, or cut. */
    public final TextExpr padLeft(int length, String with) {
        return text(call("lpad", Sql.value(length).node(), bind(with, "")));
    }

    /** So many times. */
    public final TextExpr repeat(int times) {
        return text(call("repeat", Sql.value(times).node()));
    }

    /** So many times. */
    public final TextExpr repeat(Expr<Integer> times) {
        return text(call("repeat", times.node()));
    }

    /** Both, one after the other; null if one is. */
    public final TextExpr concat(Expr<String> other) {
        return concat(other.node());
    }

    /** Both, one after the other; null if this is. */
    public final TextExpr concat(String other) {
        return concat(bind(other, ""));
    }

    /** Compared and ordered by the rules of a collation of the database's. */
    public final TextExpr collate(String collation) {
        return text(operation(Operator.COLLATE, node(), new Identifier(collation)));
    }

    @Override
    public final TextExpr kindred(Expression node) {
        return new TextExpr(node, type());
    }

    private TextExpr concat(Expression other) {
        return text(Condition.chain(Operator.CONCAT, List.of(node().unlabelled(), other)));
    }

    private TextExpr text(Expression node) {
        return new TextExpr(node, SqlTypes.TEXT);
    }

    private static String literally(String part) {
        return part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
