// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.model;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * What a column holds.
 *
 * @param kind which operators it has
 * @param javaType the type of its values
 * @param sqlType the expression of its type, if its kind does not say it
 * @param converter what converts its values, if anything does
 */
public record ColumnType(Kind kind, TypeName javaType, Optional<CodeBlock> sqlType, Optional<Conversion> converter) {
    /** A type that needs no conversion. */
    public static ColumnType of(Kind kind, TypeName javaType, CodeBlock sqlType) {
        return new ColumnType(kind, javaType, Optional.of(sqlType), Optional.empty());
    }

    /** The kinds of columns. */
    public enum Kind {
        NUMBER("number", "NumberColumn", "NumberExpr", true),
        TEXT("text", "TextColumn", "TextExpr", false),
        BOOLEAN("bool", "BooleanColumn", "Condition", false),
        TEMPORAL("temporal", "TemporalColumn", "TemporalExpr", true),
        INTERVAL("interval", "IntervalColumn", "IntervalExpr", true),
        ENUM("enumeration", "EnumColumn", "EnumExpr", true),
        JSON("json", "JsonColumn", "JsonExpr", true),
        ARRAY("array", "ArrayColumn", "ArrayExpr", true),
        VALUE("value", "ValueColumn", "ValueExpr", true);

        private final String method;
        private final String column;
        private final String expression;
        private final boolean typed;

        Kind(String method, String column, String expression, boolean typed) {
            this.method = method;
            this.column = column;
            this.expression = expression;
            this.typed = typed;
        }

        /** The method that makes one. */
        public String method() {
            return method;
        }

        /** The class of the column. */
        public String column() {
            return column;
        }

        /** The class of what is computed of it. */
        public String expression() {
            return expression;
        }

        /** Whether it has a type of its own. */
        public boolean typed() {
            return typed;
        }
    }

    /**
     * A conversion by a class of JPA's.
     *
     * @param converter that class
     * @param rawType the class of the values
     * @param kept the type in the database
     */
    public record Conversion(TypeName converter, TypeName rawType, CodeBlock kept) {}
}
