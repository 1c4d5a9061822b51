// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.Expr;
import dev.athanor.sql.Kind;
import dev.athanor.sql.Type;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Immutable;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of SQL with numbered places for arguments, as <code>abs({0})</code>; parentheses are added where needed. */
final class Form {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final List<String> PARENTHESES = List.of("(", ")");

    private final List<String> pieces;
    private final List<Place> places;

    private Form(List<String> pieces, List<Place> places) {
        this.pieces = pieces;
        this.places = places;
    }

    /** A form; an operation as a whole is written in parentheses. */
    static Form of(String text) {
        List<String> pieces = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            pieces.add(text.substring(from, matcher.start()));
            places.add(new Place(Integer.parseInt(matcher.group(1)), enclosed(text, matcher)));
            from = matcher.end();
        }
        pieces.add(text.substring(from));
        return new Form(List.copyOf(pieces), List.copyOf(places));
    }

    /** The form of these arguments. */
    Expression of(Expr<?>... arguments) {
        List<Expression> holes = new ArrayList<>(places.size());
        for (Place place : places) {
            Expression argument = arguments[place.argument].node().unlabelled();
            boolean open = isOperation(argument) && !place.enclosed;
            holes.add(open ? inParentheses(argument, arguments[place.argument]) : argument);
        }
        return new Template(pieces, holes);
    }

    /** A form as an expression of a type: what forms say depends on nothing but their arguments. */
    static <T, X extends Expr<T>> X typed(Type<T, X> type, Expression form) {
        return type.of(new Immutable(form, type));
    }

    /** A form as an expression of the kind of another. */
    static <X, E extends Expr<?> & Kind<X>> X like(E expression, Expression form) {
        return expression.kindred(new Immutable(form, expression.type()));
    }

    private static Expression inParentheses(Expression argument, Expr<?> like) {
        return new Immutable(new Template(PARENTHESES, List.of(argument)), like.type());
    }

    private static boolean isOperation(Expression argument) {
        return argument instanceof Operation
                || (argument instanceof Immutable immutable && isOperation(immutable.expression()));
    }

    /** Whether no operator is beside a place: it is all that is in parentheses, or an argument among others. */
    private static boolean enclosed(String text, Matcher place) {
        String before = text.substring(0, place.start());
        String after = text.substring(place.end());
        boolean begins = before.isEmpty() || before.endsWith("(") || before.endsWith(", ");
        boolean ends = after.isEmpty() || after.startsWith(")") || after.startsWith(", ") || after.startsWith(" as ");
        return begins && ends;
    }

    /**
     * A place for an argument.
     *
     * @param argument which one
     * @param enclosed whether it needs no parentheses there
     */
    private record Place(int argument, boolean enclosed) {}
}
