// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.written;

import dev.athanor.sql.Columns;
import dev.athanor.sql.ElementCollection;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.Link;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Table;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.ToMany;
import dev.athanor.sql.ToOne;
import java.util.List;
import java.util.Map;

/** A table with another, an embedded object, and relations of all kinds. */
public final class QShip extends EntityTable<Ship> {
    public final NumberColumn<Long> id = made().key(made().number("id", "id", SqlTypes.BIGINT));
    public final TextColumn name = made().text("name", "name");
    public final TextColumn log = made().in("ship_log").text("log", "text");
    public final Size size = new Size(made().embedded("size"));
    public final ToHarbour<Ship> home = new ToHarbour<>(Ship.class, "home", made());
    public final ToMany<Ship, Harbour, QHarbour> calls = new ToMany<>(
            Ship.class,
            "calls",
            made().linked(
                            "calls",
                            new Link(
                                    Kept.in("call"),
                                    List.of("ship_id"),
                                    List.of("id"),
                                    List.of("harbour_id"),
                                    List.of("id"))));
    public final ElementCollection<Ship, Flags> flags =
            new ElementCollection<>(Ship.class, "flags", flags -> flags.ship.eq(id));

    private QShip(String alias) {
        super(
                Ship.class,
                Kept.in("ship").and("ship_log", Kept.in("ship_log"), true, List.of("id"), List.of("ship_id")),
                alias,
                Map.of("size.width", "beam"));
    }

    public static QShip as(String alias) {
        return new QShip(alias);
    }

    /** An embedded object. */
    public static final class Size {
        public final NumberColumn<Double> length;
        public final NumberColumn<Double> width;

        Size(Columns made) {
            length = made.number("length", "length", SqlTypes.DOUBLE);
            width = made.number("width", "width", SqlTypes.DOUBLE);
        }
    }

    /** A relation with the key of its target. */
    public static final class ToHarbour<S> extends ToOne<S, Harbour, QHarbour> {
        public final NumberColumn<Long> id;

        ToHarbour(Class<S> owner, String attribute, Columns made) {
            this(owner, attribute, made.number(attribute, attribute + "_id", SqlTypes.BIGINT));
        }

        private ToHarbour(Class<S> owner, String attribute, NumberColumn<Long> id) {
            super(owner, attribute, harbour -> id.eq(harbour.id));
            this.id = id;
        }
    }

    /** A table of values. */
    public static final class Flags extends Table {
        public final TextColumn value = text("flag");
        public final NumberColumn<Integer> order = integer("place");
        final NumberColumn<Long> ship = bigint("ship_id");

        private Flags(String alias) {
            super("ship_flag", alias);
        }

        public static Flags as(String alias) {
            return new Flags(alias);
        }
    }
}
