// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.value;

import dev.athanor.sql.Aggregates;
import dev.athanor.sql.Columns;
import dev.athanor.sql.Condition;
import dev.athanor.sql.ElementCollection;
import dev.athanor.sql.EnumColumn;
import dev.athanor.sql.Expr;
import dev.athanor.sql.GeneratedTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.Keys;
import dev.athanor.sql.Link;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Related;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalExpr;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.ToMany;
import dev.athanor.sql.ToOne;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

@SuppressWarnings("this-escape")
public final class QRightPerson extends QPerson<RightPerson> {
    /** What Java takes for a space. */
    private static final String SPACES = "\t\n\u000B\f\r\u001C\u001D\u001E\u001F \u1680\u2000\u2001\u2002\u2003\u2004"
            + "\u2005\u2006\u2008\u2009\u200A\u2028\u2029\u205F\u3000";

    public final QCompany.Reference<RightPerson> employer;
    public final Reference<RightPerson> parent;
    public final ToMany<RightPerson, Purchase, QPurchase> purchases;
    public final ToMany<RightPerson, Club, QClub> clubs;
    public final ElementCollection<RightPerson, Aliases> aliases;
    public final ElementCollection<RightPerson, Counts> counts;
    public final ElementCollection<RightPerson, Addresses> addresses;

    private QRightPerson(String alias) {
        super(RightPerson.class, Kept.in("person"), alias);
        Columns columns = made();
        employer = new QCompany.Reference<>(entityType(), "employer", columns, Map.of("id", "employer_id"));
        parent = new Reference<>(entityType(), "parent", columns, Map.of("id", "parent_id"));
        purchases = new ToMany<>(entityType(), "purchases", target -> target.buyer.leadsTo(this));
        Link link =
                new Link(Kept.in("club_member"), List.of("person"), List.of("id"), List.of("club"), List.of("number"));
        clubs = new ToMany<>(entityType(), "clubs", columns.linked("clubs", link));
        aliases =
                new ElementCollection<>(entityType(), "aliases", columns.referred(Keys.of("id"), Keys.of("person_id")));
        counts = new ElementCollection<>(entityType(), "counts", columns.referred(Keys.of("id"), Keys.of("person_id")));
        addresses = new ElementCollection<>(
                entityType(), "addresses", columns.referred(Keys.of("id"), Keys.of("person_id")));
    }

    public static QRightPerson as(String alias) {
        return new QRightPerson(alias);
    }

    public static QRightPerson table() {
        return new QRightPerson("person");
    }

    public TextExpr fullName() {
        return firstName.concat(" ").concat(lastName);
    }

    public NumberExpr<Integer> age() {
        return Sql.text(
                SqlTypes.INTEGER,
                "cast(extract(year from age({}, {})) as integer)",
                LocalDate.now(ZoneId.systemDefault()),
                born);
    }

    public Condition isOlderThan(int years) {
        return age().gt(years);
    }

    public Condition isOlderThan(Expr<Integer> years) {
        return age().gt(years);
    }

    public TextExpr stripped() {
        return nickname.trim(SPACES);
    }

    public Condition hasOneName() {
        return firstName.isNotDistinctFrom(lastName);
    }

    public Condition isRich() {
        return balance.gt(inline(new BigDecimal("100")));
    }

    public NumberExpr<BigDecimal> rounded() {
        return balance.round(1);
    }

    public NumberExpr<Long> roundedHeight() {
        return height.floor().asLong();
    }

    public NumberExpr<Integer> nameLength() {
        return Sql.text(
                SqlTypes.INTEGER,
                "char_length({}) + char_length(regexp_replace({}, '[\\u0001-\\uFFFF]', '', 'g'))",
                nickname,
                nickname);
    }

    public TextExpr rank() {
        return when(points.gt(100), inline("gold"))
                .when(points.gt(10), inline("silver"))
                .otherwise(inline("none"));
    }

    public NumberExpr<Integer> sum() {
        return points.plus(bonus);
    }

    public NumberExpr<Integer> halfOfBonus() {
        return points.dividedBy(bonus);
    }

    public NumberExpr<Double> twice() {
        return height.times(2.0);
    }

    public TextExpr begins() {
        return nickname.left(1);
    }

    public Condition isActiveAndHappy() {
        return active.and(coalesce(mood.eq(Mood.HAPPY), inline(false)));
    }

    public TextExpr greeting() {
        return inline("Hello ").concat(firstName);
    }

    public TemporalExpr<OffsetDateTime> seenLater() {
        return seen.plus(Duration.ofHours(1));
    }

    public NumberExpr<Long> minutesWorked() {
        return Sql.text(SqlTypes.BIGINT, "cast(trunc(floor(extract(epoch from {})) / 60) as bigint)", worked);
    }

    public NumberExpr<Long> daysSinceBirth() {
        return value(LocalDate.of(2024, 2, 29)).daysSince(born).asLong();
    }

    public NumberExpr<Integer> numberOfTags() {
        return tags.length();
    }

    public TextExpr noteRank() {
        return notes.text("rank");
    }

    public Condition was(Status wanted, LocalDate then) {
        return coalesce(status.eq(wanted), inline(false)).and(born.gt(then).not());
    }

    public TextExpr employerName() {
        return Related.value(employer, QCompany.as("e"), company -> company.name);
    }

    public TextExpr parentOfEmployer() {
        QCompany company = QCompany.as("e");
        QCompany above = QCompany.as("p");
        return selectValue(above.name)
                .from(company)
                .join(company.parent, above)
                .where(employer.on(company))
                .asScalar(SqlTypes.TEXT);
    }

    public TextExpr parentName() {
        return Related.value(parent, as("above"), above -> above.nickname);
    }

    public NumberExpr<BigDecimal> spent() {
        QPurchase purchase = QPurchase.as("b");
        return coalesce(Related.value(purchases, purchase, p -> Aggregates.sum(p.price)), inline(new BigDecimal("0")));
    }

    public NumberExpr<Integer> numberOfPurchases() {
        return Related.count(purchases, QPurchase.as("b")).asInteger();
    }

    public NumberExpr<Integer> fees() {
        QClub club = QClub.as("c");
        return coalesce(Related.value(clubs, club, c -> Aggregates.sum(c.fee.dividedBy(1_000_000))), inline(0));
    }

    public Condition isAlso(String alias) {
        Aliases known = Aliases.as("k");
        return Related.exists(aliases, known, known.value.eq(alias));
    }

    public NumberExpr<Integer> numberOfAliases() {
        return Related.count(aliases, Aliases.as("k")).asInteger();
    }

    public NumberExpr<Integer> blockedCount() {
        Counts count = Counts.as("k");
        return selectValue(count.value)
                .from(count)
                .where(counts.on(count), count.key.eq(Status.BLOCKED))
                .asScalar(SqlTypes.INTEGER);
    }

    public NumberExpr<Long> citiesKnown() {
        Addresses known = Addresses.as("k");
        return Related.count(addresses, known, known.value.city.isNotNull());
    }

    public static final class Aliases extends GeneratedTable {
        public final Reference<RightPerson> owner;
        public final TextColumn value;

        private Aliases(String alias) {
            super(Kept.in("person_aliases"), alias, Map.of());
            Columns columns = made();
            owner = new Reference<>(RightPerson.class, "owner", columns, Map.of("id", "person_id"));
            value = columns.text("value", "aliases");
        }

        public static Aliases as(String alias) {
            return new Aliases(alias);
        }
    }

    public static final class Counts extends GeneratedTable {
        public final Reference<RightPerson> owner;
        public final EnumColumn<Status> key;
        public final NumberColumn<Integer> value;

        private Counts(String alias) {
            super(Kept.in("person_counts"), alias, Map.of());
            Columns columns = made();
            owner = new Reference<>(RightPerson.class, "owner", columns, Map.of("id", "person_id"));
            key = columns.enumeration("key", "counts_key", SqlTypes.enumText(Status.class));
            value = columns.number("value", "counts", SqlTypes.INTEGER);
        }

        public static Counts as(String alias) {
            return new Counts(alias);
        }
    }

    public static final class Addresses extends GeneratedTable {
        public final Reference<RightPerson> owner;
        public final QAddress value;

        private Addresses(String alias) {
            super(Kept.in("person_addresses"), alias, Map.of());
            Columns columns = made();
            owner = new Reference<>(RightPerson.class, "owner", columns, Map.of("id", "person_id"));
            value = new QAddress(columns.embedded("value"));
        }

        public static Addresses as(String alias) {
            return new Addresses(alias);
        }
    }

    public static final class Reference<S> extends ToOne<S, RightPerson, QRightPerson> {
        public final NumberColumn<Long> id;

        public Reference(Class<S> owner, String attribute, Columns columns, Map<String, String> names) {
            super(owner, attribute, columns.refers(attribute, names));
            id = columns.referring(attribute, names, Map.of()).number("id", "id", SqlTypes.BIGINT);
        }
    }
}
