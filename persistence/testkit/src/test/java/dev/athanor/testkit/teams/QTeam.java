// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.teams;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.selectValue;

import dev.athanor.sql.Aggregates;
import dev.athanor.sql.Columns;
import dev.athanor.sql.Condition;
import dev.athanor.sql.ElementCollection;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.GeneratedTable;
import dev.athanor.sql.Kept;
import dev.athanor.sql.Keys;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Related;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextColumn;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.ToMany;
import dev.athanor.sql.ToOne;
import java.util.Map;

@SuppressWarnings("this-escape")
public final class QTeam extends EntityTable<Team> {
    public final NumberColumn<Integer> number;
    public final TextColumn name;
    public final Reference<Team> above;
    public final ToOne<Team, Office, QOffice> office;
    public final ToMany<Team, Member, QMember> members;
    public final ElementCollection<Team, Scores> scores;

    private QTeam(String alias) {
        super(Team.class, Kept.in("team"), alias, Map.of());
        Columns columns = made();
        number = columns.asKey().number("number", "number", SqlTypes.INTEGER);
        name = columns.text("name", "name");
        above = new Reference<>(entityType(), "above", columns, Map.of("number", "above_number"));
        office = new ToOne<>(entityType(), "office", target -> target.team.leadsTo(this));
        members = new ToMany<>(entityType(), "members", target -> target.team.leadsTo(this));
        scores = new ElementCollection<>(
                entityType(), "scores", columns.referred(Keys.of("number"), Keys.of("team_number")));
    }

    public static QTeam as(String alias) {
        return new QTeam(alias);
    }

    public static QTeam table() {
        return new QTeam("team");
    }

    public NumberExpr<Integer> numberOfMembers() {
        return Related.count(members, QMember.as("m")).asInteger();
    }

    public NumberExpr<Long> sumIsNullOfNone() {
        return Related.value(members, QMember.as("m"), m -> Aggregates.sum(m.points.asLong()));
    }

    public NumberExpr<Long> countOfColumn() {
        return Related.value(members, QMember.as("m"), m -> count(m.name));
    }

    public Condition allIsAny() {
        QMember member = QMember.as("m");
        return Related.exists(members, member, member.active);
    }

    public TextExpr nothingAboveIsNull() {
        return Related.value(above, as("up"), up -> up.name);
    }

    public TextExpr oneAboveOnly() {
        return coalesce(Related.value(above, as("up"), up -> up.name), name);
    }

    public Condition sharesNameWithAbove() {
        QTeam up = as("up");
        return Related.exists(above, up, up.name.eq(name));
    }

    public NumberExpr<Integer> room() {
        return Related.value(office, QOffice.as("o"), o -> o.room);
    }

    public NumberExpr<Integer> firstScore() {
        Scores score = Scores.as("s");
        return selectValue(score.value)
                .from(score)
                .where(scores.on(score))
                .orderBy(score.order.asc())
                .limit(1)
                .asScalar(SqlTypes.INTEGER);
    }

    public NumberExpr<Integer> differentScores() {
        Scores score = Scores.as("s");
        return coalesce(
                Related.value(scores, score, s -> Aggregates.countDistinct(s.value))
                        .asInteger(),
                inline(0));
    }

    public static final class Scores extends GeneratedTable {
        public final Reference<Team> owner;
        public final NumberColumn<Integer> order;
        public final NumberColumn<Integer> value;

        private Scores(String alias) {
            super(Kept.in("team_scores"), alias, Map.of());
            Columns columns = made();
            owner = new Reference<>(Team.class, "owner", columns, Map.of("number", "team_number"));
            order = columns.number("order", "scores_order", SqlTypes.INTEGER);
            value = columns.number("value", "scores", SqlTypes.INTEGER);
        }

        public static Scores as(String alias) {
            return new Scores(alias);
        }
    }

    public static final class Reference<S> extends ToOne<S, Team, QTeam> {
        public final NumberColumn<Integer> number;

        public Reference(Class<S> owner, String attribute, Columns columns, Map<String, String> names) {
            super(owner, attribute, columns.refers(attribute, names));
            number = columns.referring(attribute, names, Map.of()).number("number", "number", SqlTypes.INTEGER);
        }
    }
}
