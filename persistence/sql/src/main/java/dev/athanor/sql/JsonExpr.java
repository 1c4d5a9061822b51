// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.type.SqlType;
import java.util.List;

/**
 * JSON, as PostgreSQL's {@code jsonb}. Keys are bound like other values; where one has to be recognised, as in an index
 * or in {@code group by}, give it as {@link Sql#inline}.
 *
 * @param <T> the Java type it is read as
 */
public class JsonExpr<T> extends Expr<T> implements Kind<JsonExpr<T>> {
    JsonExpr(Expression node, SqlType<T> type) {
        super(node, type);
    }

    /** The member of this name; null if there is none. */
    public final JsonExpr<String> get(String key) {
        return get(Sql.value(key));
    }

    /** The member of this name; null if there is none. */
    public final JsonExpr<String> get(Expr<String> key) {
        return json(Operator.JSON_GET, key.node());
    }

    /** The element at this place, from 0, or from the end if negative; null if there is none. */
    public final JsonExpr<String> get(int index) {
        return json(Operator.JSON_GET, Sql.value(index).node());
    }

    /** The member of this name as text, without quotes; null if there is none, or it is null. */
    public final TextExpr text(String key) {
        return text(Sql.value(key));
    }

    /** The member of this name as text, without quotes; null if there is none, or it is null. */
    public final TextExpr text(Expr<String> key) {
        return SqlTypes.TEXT.of(operation(Operator.JSON_GET_TEXT, node().unlabelled(), key.node()));
    }

    /** The element at this place as text, without quotes. */
    public final TextExpr text(int index) {
        return SqlTypes.TEXT.of(operation(
                Operator.JSON_GET_TEXT, node().unlabelled(), Sql.value(index).node()));
    }

    /** What is found by following keys and indexes; null if one is not there. */
    public final JsonExpr<String> path(String... keys) {
        return json(Operator.JSON_PATH, texts(keys));
    }

    /** The text of what is found by following keys and indexes; null if one is not there. */
    public final TextExpr textAt(String... keys) {
        return SqlTypes.TEXT.of(operation(Operator.JSON_PATH_TEXT, node().unlabelled(), texts(keys)));
    }

    /** Whether all of another JSON is in this one, on its uppermost level. */
    public final Condition contains(Expr<?> json) {
        return compare(Operator.CONTAINS, json);
    }

    /** Whether all of another JSON is in this one, on its uppermost level. */
    public final Condition contains(T json) {
        return compare(Operator.CONTAINS, json, "");
    }

    /** Whether all of this is in another JSON. */
    public final Condition containedBy(T json) {
        return compare(Operator.CONTAINED_BY, json, "");
    }

    /** Whether this name is a key, or this text an element, of its uppermost level. */
    public final Condition hasKey(String key) {
        return Condition.of(Operator.JSON_HAS_KEY, node(), Sql.value(key).node());
    }

    /** Whether any of these is a key. */
    public final Condition hasAnyKey(String... keys) {
        return Condition.of(Operator.JSON_HAS_ANY_KEY, node(), texts(keys));
    }

    /** Whether all of these are keys. */
    public final Condition hasAllKeys(String... keys) {
        return Condition.of(Operator.JSON_HAS_ALL_KEYS, node(), texts(keys));
    }

    /** Whether a path of SQL's JSON path language finds anything. */
    public final Condition pathExists(String jsonPath) {
        return Condition.of(Operator.JSON_PATH_EXISTS, node(), jsonPath(jsonPath));
    }

    /** Whether a predicate of SQL's JSON path language holds. */
    public final Condition pathMatches(String jsonPath) {
        return Condition.of(Operator.JSON_PATH_MATCHES, node(), jsonPath(jsonPath));
    }

    /** With the members or elements of another; its members win. */
    public final JsonExpr<T> merge(Expr<?> json) {
        return kindred(operation(Operator.CONCAT, node().unlabelled(), json.node()));
    }

    /** With the members or elements of another; its members win. */
    public final JsonExpr<T> merge(T json) {
        return kindred(operation(Operator.CONCAT, node().unlabelled(), bind(json, "")));
    }

    /** With the value at a path replaced, or added if the last step only is missing. */
    public final JsonExpr<T> with(Expr<?> json, String... keys) {
        return kindred(call("jsonb_set", texts(keys), json.node()));
    }

    /** Without the member of this name. */
    public final JsonExpr<T> without(String key) {
        return kindred(operation(
                Operator.JSON_WITHOUT, node().unlabelled(), Sql.value(key).node()));
    }

    /** Without what is found by following keys and indexes. */
    public final JsonExpr<T> withoutPath(String... keys) {
        return kindred(operation(Operator.JSON_WITHOUT_PATH, node().unlabelled(), texts(keys)));
    }

    /** The number of elements of an array. */
    public final NumberExpr<Integer> length() {
        return SqlTypes.INTEGER.of(call("jsonb_array_length"));
    }

    /** What it is: object, array, string, number, boolean or null. */
    public final TextExpr kind() {
        return SqlTypes.TEXT.of(call("jsonb_typeof"));
    }

    @Override
    public final JsonExpr<T> kindred(Expression node) {
        return new JsonExpr<>(node, type());
    }

    private JsonExpr<String> json(Operator operator, Expression operand) {
        return SqlTypes.JSONB.of(operation(operator, node().unlabelled(), operand));
    }

    private static Expression texts(String... keys) {
        return Bind.of(SqlTypes.TEXT.list(), List.of(keys));
    }

    private static Expression jsonPath(String path) {
        return new Cast(Sql.value(path).node(), SqlTypes.JSON_PATH);
    }
}
