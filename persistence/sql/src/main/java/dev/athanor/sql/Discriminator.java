// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Restriction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The column that tells of which class an entity is, where a table has entities of several classes. For generated
 * tables. Immutable and thread-safe.
 *
 * <pre>{@code Kept.in("payment").told(Discriminator.in("kind").own("CARD").only("CARD", "GIFT"))}</pre>
 */
public final class Discriminator {
    private final String column;
    private final Optional<Constant> own;
    private final Optional<Restriction> restriction;

    private Discriminator(String column, Optional<Constant> own, Optional<Restriction> restriction) {
        this.column = column;
        this.own = own;
        this.restriction = restriction;
    }

    /** A column. */
    public static Discriminator in(String column) {
        return new Discriminator(column, Optional.empty(), Optional.empty());
    }

    /** With what it holds for entities of the class itself: inserts write it. */
    public Discriminator own(String kind) {
        return new Discriminator(column, Optional.of(constant(kind)), restriction);
    }

    /** With what it holds for entities of the class itself: inserts write it. */
    public Discriminator own(int kind) {
        return new Discriminator(column, Optional.of(constant(kind)), restriction);
    }

    /** With all that it holds for entities of the class and of those below it: other rows are not of the table. */
    public Discriminator only(String... kinds) {
        return only(Arrays.stream(kinds).map(Discriminator::constant).toList());
    }

    /** With all that it holds for entities of the class and of those below it: other rows are not of the table. */
    public Discriminator only(int... kinds) {
        return only(Arrays.stream(kinds).mapToObj(Discriminator::constant).toList());
    }

    /** With no entities of the class or below it: no row is of the table. */
    public Discriminator none() {
        return only(List.of());
    }

    private Discriminator only(List<Constant> kinds) {
        return new Discriminator(column, own, Optional.of(new Restriction(column, kinds)));
    }

    private static Constant constant(String kind) {
        return new Constant(SqlTypes.TEXT, kind);
    }

    private static Constant constant(int kind) {
        return new Constant(SqlTypes.INTEGER, kind);
    }

    /** The name of the column. */
    public String column() {
        return column;
    }

    /** What it holds for entities of the class itself; none if there are no such entities. */
    public Optional<Constant> own() {
        return own;
    }

    /** Which rows are of the class or of one below it; none if all are. */
    public Optional<Restriction> restriction() {
        return restriction;
    }
}
