// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Expr;
import dev.athanor.sql.Sql;
import dev.athanor.sql.Table;
import java.lang.reflect.Method;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bodies say in Java is said in SQL. */
class HybridTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The SQL of a hybrid of an entity with some attributes. */
    private String sql(String body) {
        Compiled compiled = Compiled.of(
                folder,
                """
                import java.math.*;
                import java.time.temporal.*;
                import java.util.stream.*;
                @Entity public class Person {
                    static final int ADULT = 18;
                    private static final BigDecimal VAT = new BigDecimal("0.21");
                    enum Level { LOW, HIGH }
                    @Id Long id;
                    String first;
                    String last;
                    @Column(nullable = false) String code;
                    int points;
                    char letter;
                    Integer bonus;
                    long total;
                    double weight;
                    boolean active;
                    Boolean checked;
                    @Column(nullable = false) BigDecimal price;
                    LocalDate born;
                    LocalDateTime seen;
                    @Enumerated(EnumType.STRING) Level level;
                    @Enumerated Level rank;
                    @ManyToOne Person boss;
                    @OneToMany(mappedBy = "boss") List<Person> staff;
                    @ElementCollection Set<String> nicknames;
                    @Array List<String> skills;
                    Home home;
                    public String getLast() { return last; }
                    public Optional<String> first() { return Optional.ofNullable(first); }
                """ + body + "}",
                "@Embeddable public class Home { String street; int number;"
                        + " @Hybrid public String address() { return street + number; } }");
        assertThat(compiled.messages()).isEmpty();
        return shown(compiled);
    }

    private static String shown(Compiled compiled) {
        try {
            Table table = compiled.table("QPerson", "p");
            Method hybrid = table.getClass().getMethod("hybrid");
            Expr<?> expression = (Expr<?>) hybrid.invoke(table);
            return Sql.select(expression)
                    .from(table)
                    .sql()
                    .replace("\"", "")
                    .replaceFirst("^select ", "")
                    .replaceFirst(" from person as p(?= left join|$)", "");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("hybrid", e);
        }
    }

    @Test
    void textsAreConcatenated() {
        assertThat(sql("@Hybrid public String hybrid() { return first + \" \" + last; }"))
                .isEqualTo("p.first || cast(' ' as text) || p.last");
    }

    @Test
    void numbersBecomeTexts() {
        assertThat(sql("@Hybrid public String hybrid() { return first + points; }"))
                .isEqualTo("p.first || cast(p.points as text)");
    }

    @Test
    void numbersArePromoted() {
        assertThat(sql("@Hybrid public long hybrid() { return points * 2 + total; }"))
                .isEqualTo("cast(p.points * 2 as bigint) + p.total");
    }

    @Test
    void boxedNumbersArePromoted() {
        assertThat(sql("@Hybrid public double hybrid() { return bonus + weight; }"))
                .isEqualTo("cast(p.bonus as double precision) + p.weight");
    }

    @Test
    void constantsAreComputed() {
        assertThat(sql("@Hybrid public boolean hybrid() { return points > ADULT * 2 + 1; }"))
                .isEqualTo("p.points > 37");
    }

    @Test
    void privateConstantsAreWritten() {
        assertThat(sql("@Hybrid public BigDecimal hybrid() { return price.multiply(VAT); }"))
                .isEqualTo("p.price * 0.21");
    }

    @Test
    void conditionsAreCases() {
        assertThat(sql("@Hybrid public String hybrid() { return active ? first : \"none\"; }"))
                .isEqualTo("case when p.active then p.first else cast('none' as text) end");
    }

    @Test
    void nullsAreAsked() {
        assertThat(sql("@Hybrid public String hybrid() { return first == null ? last : first; }"))
                .isEqualTo("case when p.first is null then p.last else p.first end");
    }

    @Test
    void equalityIsNeverUnknown() {
        assertThat(sql("@Hybrid public boolean hybrid() { return first.equals(last); }"))
                .isEqualTo("p.first = p.last and p.last is not null");
    }

    @Test
    void equalityWithAConstant() {
        assertThat(sql("@Hybrid public boolean hybrid() { return \"x\".equals(first); }"))
                .isEqualTo("p.first = cast('x' as text) and p.first is not null");
    }

    @Test
    void equalityOfConstants() {
        assertThat(sql("@Hybrid public boolean hybrid() { return level == Level.HIGH; }"))
                .isEqualTo("p.level = cast('HIGH' as text) and p.level is not null");
    }

    @Test
    void constantsKeptByNumber() {
        assertThat(sql("@Hybrid public boolean hybrid() { return rank != Level.HIGH; }"))
                .isEqualTo("p.rank is distinct from cast('1' as integer)");
    }

    @Test
    void objectsEqual() {
        assertThat(sql("@Hybrid public boolean hybrid() { return Objects.equals(first, last); }"))
                .isEqualTo("p.first is not distinct from p.last");
    }

    @Test
    void guards() {
        assertThat(sql("@Hybrid public boolean hybrid() { return points != 0 && total / points > 3; }"))
                .isEqualTo(
                        "case when p.points <> 0 then p.total / cast(p.points as bigint) > cast('3' as bigint) else false end");
    }

    @Test
    void negation() {
        assertThat(sql("@Hybrid public boolean hybrid() { return !(points > 3 || active); }"))
                .isEqualTo("not (p.points > 3 or p.active)");
    }

    @Test
    void switches() {
        assertThat(
                        sql(
                                "@Hybrid public int hybrid() { return switch (level) { case LOW -> 1; case HIGH -> { int x = points; yield x * 2; } }; }"))
                .isEqualTo(
                        "case when p.level = cast('LOW' as text) then 1 when p.level = cast('HIGH' as text) then p.points * 2 end");
    }

    @Test
    void pathsJoin() {
        assertThat(sql("@Hybrid public String hybrid() { return boss.boss.last; }"))
                .isEqualTo(
                        "p/boss/boss.last left join person as p/boss on p.boss_id = p/boss.id left join person as p/boss/boss on p/boss.boss_id = p/boss/boss.id");
    }

    @Test
    void keysNeedNoJoin() {
        assertThat(sql("@Hybrid public boolean hybrid() { return boss != null && boss.id > 5; }"))
                .isEqualTo("p.boss_id is not null and p.boss_id > cast('5' as bigint)");
    }

    @Test
    void getters() {
        assertThat(sql("@Hybrid public String hybrid() { return boss.getLast(); }"))
                .isEqualTo("p/boss.last left join person as p/boss on p.boss_id = p/boss.id");
    }

    @Test
    void optionals() {
        assertThat(sql("@Hybrid public String hybrid() { return first().map(x -> x + \"!\").orElse(last); }"))
                .isEqualTo("coalesce(case when p.first is not null then p.first || cast('!' as text) end, p.last)");
    }

    @Test
    void optionalsAreThere() {
        assertThat(sql("@Hybrid public boolean hybrid() { return first().isPresent(); }"))
                .isEqualTo("p.first is not null");
    }

    @Test
    void hybridsOfEmbedded() {
        assertThat(sql("@Hybrid public String hybrid() { return home.address(); }"))
                .isEqualTo("p.street || cast(p.number as text)");
    }

    @Test
    void sizes() {
        assertThat(sql("@Hybrid public int hybrid() { return staff.size(); }"))
                .isEqualTo("cast((select count(*) from person as p/staff where p/staff.boss_id = p.id) as integer)");
    }

    @Test
    void emptiness() {
        assertThat(sql("@Hybrid public boolean hybrid() { return nicknames.isEmpty(); }"))
                .isEqualTo(
                        "not exists (select 1 from person_nicknames as p/nicknames where p/nicknames.person_id = p.id)");
    }

    @Test
    void sums() {
        assertThat(
                        sql(
                                "@Hybrid public BigDecimal hybrid() { return staff.stream().filter(s -> s.active).map(s -> s.price.multiply(price)).reduce(BigDecimal.ZERO, BigDecimal::add); }"))
                .isEqualTo(
                        "coalesce((select cast(sum(p/staff.price * p.price) as numeric) from person as p/staff where p/staff.boss_id = p.id and p/staff.active), cast(0 as numeric))");
    }

    @Test
    void matches() {
        assertThat(
                        sql(
                                "@Hybrid public boolean hybrid() { return staff.stream().anyMatch(s -> s.staff.stream().anyMatch(t -> t.points > s.points)); }"))
                .isEqualTo(
                        "exists (select 1 from person as p/staff where p/staff.boss_id = p.id and exists (select 1 from person as p/staff/staff where p/staff/staff.boss_id = p/staff.id and p/staff/staff.points > p/staff.points))");
    }

    @Test
    void sameRelationTwice() {
        assertThat(
                        sql(
                                "@Hybrid public boolean hybrid() { return staff.stream().anyMatch(s -> staff.stream().allMatch(t -> t.points <= s.points)); }"))
                .isEqualTo(
                        "exists (select 1 from person as p/staff where p/staff.boss_id = p.id and not exists (select 1 from person as p/staff2 where p/staff2.boss_id = p.id and not p/staff2.points <= p/staff.points))");
    }

    @Test
    void intSums() {
        assertThat(sql("@Hybrid public int hybrid() { return staff.stream().mapToInt(s -> s.points).sum(); }"))
                .isEqualTo(
                        "coalesce((select cast(sum(p/staff.points) as integer) from person as p/staff where p/staff.boss_id = p.id), 0)");
    }

    @Test
    void values() {
        assertThat(sql("@Hybrid public boolean hybrid() { return nicknames.contains(first); }"))
                .isEqualTo(
                        "exists (select 1 from person_nicknames as p/nicknames where p/nicknames.person_id = p.id and p/nicknames.nicknames is not distinct from p.first)");
    }

    @Test
    void arrays() {
        assertThat(sql("@Hybrid public boolean hybrid() { return skills.contains(\"Java\") && skills.size() > 2; }"))
                .isEqualTo("cast('Java' as text) = any (p.skills) and cardinality(p.skills) > 2");
    }

    @Test
    void ages() {
        assertThat(sql("@Hybrid public int hybrid() { return Period.between(born, LocalDate.now()).getYears(); }"))
                .isEqualTo("cast(extract(year from age(cast(? as timestamp), cast(p.born as timestamp))) as integer)");
    }

    @Test
    void days() {
        assertThat(sql("@Hybrid public long hybrid() { return ChronoUnit.DAYS.between(born, seen.toLocalDate()); }"))
                .isEqualTo("cast((cast(p.seen as date) - p.born) as bigint)");
    }

    @Test
    void order() {
        assertThat(sql("@Hybrid public boolean hybrid() { return first.compareTo(last) < 0; }"))
                .isEqualTo("p.first collate C < p.last collate C");
    }

    @Test
    void decimals() {
        assertThat(sql("@Hybrid public boolean hybrid() { return price.compareTo(BigDecimal.TEN) >= 0; }"))
                .isEqualTo("p.price >= cast(10 as numeric)");
    }

    @Test
    void rounding() {
        assertThat(sql("@Hybrid public BigDecimal hybrid() { return price.setScale(2, RoundingMode.HALF_UP); }"))
                .isEqualTo("round(p.price, 2)");
    }

    @Test
    void casts() {
        assertThat(sql("@Hybrid public int hybrid() { return (int) weight; }"))
                .isEqualTo("cast(trunc(p.weight) as integer)");
    }

    @Test
    void weekdays() {
        assertThat(sql("@Hybrid public boolean hybrid() { return born.getDayOfWeek() == DayOfWeek.MONDAY; }"))
                .isEqualTo(
                        "cast(extract(isodow from p.born) as integer) = 1 and cast(extract(isodow from p.born) as integer) is not null");
    }

    @Test
    void booleans() {
        assertThat(sql("@Hybrid public boolean hybrid() { return Boolean.TRUE.equals(checked); }"))
                .isEqualTo("p.checked = true and p.checked is not null");
    }

    @Test
    void enumResult() {
        assertThat(sql("@Hybrid public Level hybrid() { return points > 3 ? Level.HIGH : level; }"))
                .isEqualTo("case when p.points > 3 then cast('HIGH' as text) else p.level end");
    }

    @Test
    void nullResult() {
        assertThat(sql("@Hybrid public String hybrid() { return active ? null : first; }"))
                .isEqualTo("case when p.active then null else p.first end");
    }

    @Test
    void lettersAreCompared() {
        assertThat(sql("@Hybrid public boolean hybrid() { return letter == 'x' || 'y' != letter; }"))
                .isEqualTo("p.letter = cast('x' as text) or p.letter <> cast('y' as text)");
    }

    @Test
    void localVariablesHaveTheirTypes() {
        assertThat(sql("@Hybrid public long hybrid() { int x = 3; long y = x; x += 2; y *= x; return y + points; }"))
                .isEqualTo("cast('15' as bigint) + cast(p.points as bigint)");
    }
}
