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
                    .replace("select ", "")
                    .replace(" from person as p", "");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("hybrid", e);
        }
    }

    @Test
    void textsAreConcatenated() {
        assertThat(sql("@Hybrid public String hybrid() { return first + \" \" + last; }"))
                .isEqualTo("p.first || ' ' || p.last");
    }

    @Test
    void numbersBecomeTexts() {
        assertThat(sql("@Hybrid public String hybrid() { return first + points; }"))
                .isEqualTo("");
    }

    @Test
    void numbersArePromoted() {
        assertThat(sql("@Hybrid public long hybrid() { return points * 2 + total; }"))
                .isEqualTo("");
    }

    @Test
    void boxedNumbersArePromoted() {
        assertThat(sql("@Hybrid public double hybrid() { return bonus + weight; }"))
                .isEqualTo("");
    }

    @Test
    void constantsAreComputed() {
        assertThat(sql("@Hybrid public boolean hybrid() { return points > ADULT * 2 + 1; }"))
                .isEqualTo("");
    }

    @Test
    void privateConstantsAreWritten() {
        assertThat(sql("@Hybrid public BigDecimal hybrid() { return price.multiply(VAT); }"))
                .isEqualTo("");
    }

    @Test
    void conditionsAreCases() {
        assertThat(sql("@Hybrid public String hybrid() { return active ? first : \"none\"; }"))
                .isEqualTo("");
    }

    @Test
    void nullsAreAsked() {
        assertThat(sql("@Hybrid public String hybrid() { return first == null ? last : first; }"))
                .isEqualTo("");
    }

    @Test
    void equalityIsNeverUnknown() {
        assertThat(sql("@Hybrid public boolean hybrid() { return first.equals(last); }"))
                .isEqualTo("");
    }

    @Test
    void equalityWithAConstant() {
        assertThat(sql("@Hybrid public boolean hybrid() { return \"x\".equals(first); }"))
                .isEqualTo("");
    }

    @Test
    void equalityOfConstants() {
        assertThat(sql("@Hybrid public boolean hybrid() { return level == Level.HIGH; }"))
                .isEqualTo("");
    }

    @Test
    void constantsKeptByNumber() {
        assertThat(sql("@Hybrid public boolean hybrid() { return rank != Level.HIGH; }"))
                .isEqualTo("");
    }

    @Test
    void objectsEqual() {
        assertThat(sql("@Hybrid public boolean hybrid() { return Objects.equals(first, last); }"))
                .isEqualTo("");
    }

    @Test
    void guards() {
        assertThat(sql("@Hybrid public boolean hybrid() { return points != 0 && total / points > 3; }"))
                .isEqualTo("");
    }

    @Test
    void negation() {
        assertThat(sql("@Hybrid public boolean hybrid() { return !(points > 3 || active); }"))
                .isEqualTo("");
    }

    @Test
    void switches() {
        assertThat(
                        sql(
                                "@Hybrid public int hybrid() { return switch (level) { case LOW -> 1; case HIGH -> { int x = points; yield x * 2; } }; }"))
                .isEqualTo("");
    }

    @Test
    void pathsJoin() {
        assertThat(sql("@Hybrid public String hybrid() { return boss.boss.last; }"))
                .isEqualTo("");
    }

    @Test
    void keysNeedNoJoin() {
        assertThat(sql("@Hybrid public boolean hybrid() { return boss != null && boss.id > 5; }"))
                .isEqualTo("");
    }

    @Test
    void getters() {
        assertThat(sql("@Hybrid public String hybrid() { return boss.getLast(); }"))
                .isEqualTo("");
    }

    @Test
    void optionals() {
        assertThat(sql("@Hybrid public String hybrid() { return first().map(x -> x + \"!\").orElse(last); }"))
                .isEqualTo("");
    }

    @Test
    void optionalsAreThere() {
        assertThat(sql("@Hybrid public boolean hybrid() { return first().isPresent(); }"))
                .isEqualTo("");
    }

    @Test
    void hybridsOfEmbedded() {
        assertThat(sql("@Hybrid public String hybrid() { return home.address(); }"))
                .isEqualTo("");
    }

    @Test
    void sizes() {
        assertThat(sql("@Hybrid public int hybrid() { return staff.size(); }")).isEqualTo("");
    }

    @Test
    void emptiness() {
        assertThat(sql("@Hybrid public boolean hybrid() { return nicknames.isEmpty(); }"))
                .isEqualTo("");
    }

    @Test
    void sums() {
        assertThat(
                        sql(
                                "@Hybrid public BigDecimal hybrid() { return staff.stream().filter(s -> s.active).map(s -> s.price.multiply(price)).reduce(BigDecimal.ZERO, BigDecimal::add); }"))
                .isEqualTo("");
    }

    @Test
    void matches() {
        assertThat(
                        sql(
                                "@Hybrid public boolean hybrid() { return staff.stream().anyMatch(s -> s.staff.stream().anyMatch(t -> t.points > s.points)); }"))
                .isEqualTo("");
    }

    @Test
    void sameRelationTwice() {
        assertThat(
                        sql(
                                "@Hybrid public boolean hybrid() { return staff.stream().anyMatch(s -> staff.stream().allMatch(t -> t.points <= s.points)); }"))
                .isEqualTo("");
    }

    @Test
    void intSums() {
        assertThat(sql("@Hybrid public int hybrid() { return staff.stream().mapToInt(s -> s.points).sum(); }"))
                .isEqualTo("");
    }

    @Test
    void values() {
        assertThat(sql("@Hybrid public boolean hybrid() { return nicknames.contains(first); }"))
                .isEqualTo("");
    }

    @Test
    void arrays() {
        assertThat(sql("@Hybrid public boolean hybrid() { return skills.contains(\"Java\") && skills.size() > 2; }"))
                .isEqualTo("");
    }

    @Test
    void ages() {
        assertThat(sql("@Hybrid public int hybrid() { return Period.between(born, LocalDate.now()).getYears(); }"))
                .isEqualTo("");
    }

    @Test
    void days() {
        assertThat(sql("@Hybrid public long hybrid() { return ChronoUnit.DAYS.between(born, seen.toLocalDate()); }"))
                .isEqualTo("");
    }

    @Test
    void order() {
        assertThat(sql("@Hybrid public boolean hybrid() { return first.compareTo(last) < 0; }"))
                .isEqualTo("");
    }

    @Test
    void decimals() {
        assertThat(sql("@Hybrid public boolean hybrid() { return price.compareTo(BigDecimal.TEN) >= 0; }"))
                .isEqualTo("");
    }

    @Test
    void rounding() {
        assertThat(sql("@Hybrid public BigDecimal hybrid() { return price.setScale(2, RoundingMode.HALF_UP); }"))
                .isEqualTo("");
    }

    @Test
    void casts() {
        assertThat(sql("@Hybrid public int hybrid() { return (int) weight; }")).isEqualTo("");
    }

    @Test
    void weekdays() {
        assertThat(sql("@Hybrid public boolean hybrid() { return born.getDayOfWeek() == DayOfWeek.MONDAY; }"))
                .isEqualTo("");
    }

    @Test
    void booleans() {
        assertThat(sql("@Hybrid public boolean hybrid() { return Boolean.TRUE.equals(checked); }"))
                .isEqualTo("");
    }

    @Test
    void enumResult() {
        assertThat(sql("@Hybrid public Level hybrid() { return points > 3 ? Level.HIGH : level; }"))
                .isEqualTo("");
    }

    @Test
    void nullResult() {
        assertThat(sql("@Hybrid public String hybrid() { return active ? null : first; }"))
                .isEqualTo("");
    }
}
