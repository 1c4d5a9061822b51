// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.sql.ArrayColumn;
import dev.athanor.sql.BooleanColumn;
import dev.athanor.sql.Columns;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.EnumColumn;
import dev.athanor.sql.IntervalColumn;
import dev.athanor.sql.JsonColumn;
import dev.athanor.sql.Kept;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

@SuppressWarnings("this-escape")
public abstract class QPerson<E> extends EntityTable<E> {
    public final NumberColumn<Long> id;
    public final TextColumn firstName;
    public final TextColumn lastName;
    public final TextColumn nickname;
    public final TemporalColumn<LocalDate> born;
    public final NumberColumn<Double> height;
    public final NumberColumn<BigDecimal> balance;
    public final NumberColumn<Integer> points;
    public final NumberColumn<Integer> bonus;
    public final BooleanColumn active;
    public final EnumColumn<Status> status;
    public final EnumColumn<Mood> mood;
    public final TemporalColumn<OffsetDateTime> seen;
    public final IntervalColumn<Duration> worked;
    public final ArrayColumn<String> tags;
    public final JsonColumn<String> notes;
    public final QAddress home;
    public final QAddress work;

    @SuppressWarnings("this-escape") // columns are made for this table, which they do not look into
    protected QPerson(Class<E> type, Kept kept, String alias) {
        super(type, kept, alias, Map.of());
        Columns columns = made();
        id = columns.asKey().number("id", "id", SqlTypes.BIGINT);
        firstName = columns.text("firstName", "first_name");
        lastName = columns.text("lastName", "last_name");
        nickname = columns.text("nickname", "nickname");
        born = columns.temporal("born", "born", SqlTypes.DATE);
        height = columns.number("height", "height", SqlTypes.DOUBLE);
        balance = columns.number("balance", "balance", SqlTypes.NUMERIC);
        points = columns.number("points", "points", SqlTypes.INTEGER);
        bonus = columns.number("bonus", "bonus", SqlTypes.INTEGER);
        active = columns.bool("active", "active");
        status = columns.enumeration("status", "status", SqlTypes.enumText(Status.class));
        mood = columns.enumeration("mood", "mood", SqlTypes.enumeration("mood", Mood.class));
        seen = columns.temporal("seen", "seen", SqlTypes.TIMESTAMPTZ);
        worked = columns.interval("worked", "worked", SqlTypes.DURATION);
        tags = columns.array("tags", "tags", SqlTypes.TEXT);
        notes = columns.json("notes", "notes", SqlTypes.JSONB);
        home = new QAddress(columns.embedded("home"));
        work = new QAddress(columns.embedded("work", Map.of("street", "work_street", "city", "work_city")));
    }
}
