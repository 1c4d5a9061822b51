// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.athanor.processor.model.ColumnType.Kind;
import dev.athanor.processor.model.Member;
import dev.athanor.processor.naming.Attributes;
import dev.athanor.processor.naming.BasicTypes;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** What an expression of a body is. */
sealed interface Term {
    /**
     * A value that the database computes.
     *
     * @param code the expression that stands for it
     * @param type its type in Java
     * @param kind its kind in SQL
     */
    record Value(CodeBlock code, TypeName type, Kind kind, Traits traits) implements Term {
        /** Whether it is kept as something else, by a converter. */
        boolean converted() {
            return BasicTypes.of(Classes.boxed(type))
                    .filter(basic -> basic.kind() != kind)
                    .isPresent();
        }

        /** Whether constants are kept as its column keeps them. */
        boolean ofColumn() {
            return kind == Kind.VALUE
                    || converted()
                    || BasicTypes.of(Classes.boxed(type)).isEmpty();
        }

        Value with(Traits other) {
            return new Value(code, type, kind, other);
        }
    }

    /**
     * A value that does not depend on the row.
     *
     * @param code the expression of Java
     * @param symbol the constant that it is, if it is one by name
     */
    record Constant(CodeBlock code, TypeName type, Optional<String> symbol) implements Term {
        static Constant of(TypeName type, String format, Object... arguments) {
            return new Constant(CodeBlock.of(format, arguments), type, Optional.empty());
        }

        boolean is(String name) {
            return symbol.filter(name::equals).isPresent();
        }
    }

    /** A parameter that is bound as what it is compared with is. */
    record Given(CodeBlock code, TypeName type) implements Term {}

    /** Null. */
    record Nothing() implements Term {}

    /**
     * An entity, or an object embedded in one.
     *
     * @param columns the columns of an embedded object, by which it is there
     */
    record Row(Spot spot, TypeElement type, List<CodeBlock> columns) implements Term {
        Row(Spot spot, TypeElement type) {
            this(spot, type, List.of());
        }
    }

    /**
     * The entity that a relation leads to.
     *
     * @param owner what has the relation
     * @param member the relation
     */
    record One(Spot owner, Member member, TypeElement type) implements Term {}

    /**
     * The entities or values that a relation leads to, before anything is asked of them.
     *
     * @param owner what has the relation
     * @param type its class
     */
    record Many(Spot owner, TypeElement type, Attributes.Known known) implements Term {}

    /**
     * Rows of a relation that something is asked of.
     *
     * @param owner what has the relation
     * @param relation the relation's expression
     * @param table the variable of its table
     * @param element what is taken of each row
     * @param conditions which rows are taken
     */
    record Rows(Spot owner, CodeBlock relation, String table, Term element, List<Value> conditions, boolean distinct)
            implements Term {}

    /** An optional value. */
    record Maybe(Term value) implements Term {}

    /** Which of two values comes first. */
    record Order(Term left, Term right) implements Term {}

    /** A span of years, months and days between two dates. */
    record Span(Term from, Term to) implements Term {}
}
