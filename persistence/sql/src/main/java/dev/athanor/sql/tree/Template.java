// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.function.Consumer;

/** A text of SQL with places for expressions: of syntax that is like no other, or of a caller's own. */
public final class Template extends Expression {
    private static final long KIND = Hash.of(Template.class);

    private final List<String> pieces;
    private final List<Expression> holes;

    /** One of these parts. */
    public Template(List<String> pieces, List<Expression> holes) {
        super(Hash.mix(Hash.mix(KIND, pieces.hashCode()), holes));
        if (pieces.size() != holes.size() + 1) {
            throw new IllegalArgumentException(
                    holes.size() + " expressions do not fit between " + pieces.size() + " pieces");
        }
        this.pieces = List.copyOf(pieces);
        this.holes = List.copyOf(holes);
    }

    /** What is before, between and after the expressions. */
    public List<String> pieces() {
        return pieces;
    }

    /** The expressions. */
    public List<Expression> holes() {
        return holes;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Template that = (Template) other;
        return pieces.equals(that.pieces) && comparison.same(holes, that.holes);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Template(pieces, mapper.all(holes));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(holes, consumer);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
