// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQL cannot say is told at its line, with what to write instead. */
class HybridProblemTest {
    private static final String SIDE =
            " cannot be read as SQL; say it by what can be (docs/hybrids.md), or write an SQL side: a static method of"
                    + " the same name that takes the table, marked @Hybrid.Sql";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** The body begins in the third line of its source, which begins in the sixth. */
    private void wrong(int line, String message, String hybrid) throws IOException {
        assertThat(lines(hybrid)).containsExactly((line + 7) + ": " + message);
    }

    private Iterable<String> lines(String hybrid) throws IOException {
        return Compiled.of(
                        folder,
                        "import java.math.*; @Entity public class Thing { @Id Long id; String name; int size; Integer weight;"
                                + " double width; BigDecimal price; LocalDate born; static int count; transient String note;"
                                + " @ManyToOne Thing whole; @OneToMany(mappedBy = \"whole\") List<Thing> parts;"
                                + " String loud() { count++; return name; }\n\n"
                                + hybrid + "}")
                .lines();
    }

    @Test
    void aLoop() throws IOException {
        wrong(
                2,
                "a loop cannot be read as SQL; write a stream, as"
                        + " lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add)",
                "@Hybrid int all() { int sum = 0;\nfor (Thing part : parts) { sum += part.size; }\nreturn sum; }");
    }

    @Test
    void aFormat() throws IOException {
        wrong(2, "a format" + SIDE, "@Hybrid String text() {\nreturn String.format(\"%s\", name); }");
    }

    @Test
    void aCallThatHasNoForm() throws IOException {
        wrong(2, "String.matches(…)" + SIDE, "@Hybrid boolean odd() {\nreturn name.matches(\"x+\"); }");
    }

    @Test
    void aLowerCaseOfSomeCountry() throws IOException {
        wrong(2, "String.toLowerCase(…)" + SIDE, "@Hybrid String lower() {\nreturn name.toLowerCase(); }");
    }

    @Test
    void aMethodThatDoesMore() throws IOException {
        wrong(
                2,
                "loud() does more than give an attribute; mark it @Hybrid to have it read",
                "@Hybrid String called() {\nreturn loud(); }");
    }

    @Test
    void anAssignment() throws IOException {
        wrong(
                2,
                "a hybrid changes nothing but its own variables",
                "@Hybrid String named() {\nname = \"x\"; return name; }");
    }

    @Test
    void aComparisonOfObjects() throws IOException {
        wrong(
                2,
                "== compares objects here, not their values; write Objects.equals(…)",
                "@Hybrid boolean heavy() {\nInteger other = weight; return weight == other; }");
        wrong(
                2,
                "== compares objects, not their values; write equals(…) or Objects.equals(…)",
                "@Hybrid boolean same() {\nreturn name == \"x\"; }");
    }

    @Test
    void aTextOfADecimal() throws IOException {
        wrong(
                2,
                "a BigDecimal's text may have an exponent; write toPlainString()",
                "@Hybrid String shown() {\nreturn name + price; }");
    }

    @Test
    void aTextOfADouble() throws IOException {
        wrong(
                2,
                "the text of a value of the type java.lang.Double" + SIDE,
                "@Hybrid String shown() {\nreturn name + width; }");
    }

    @Test
    void aDivisionWithoutRounding() throws IOException {
        wrong(2, "BigDecimal.divide(…)" + SIDE, "@Hybrid BigDecimal half() {\nreturn price.divide(BigDecimal.TEN); }");
    }

    @Test
    void anEntityAsAValue() throws IOException {
        wrong(
                2,
                "an entity or an embedded object is no value; ask it for one of its attributes",
                "@Hybrid Thing top() {\nreturn whole; }");
    }

    @Test
    void whatIsNotInTheTable() throws IOException {
        wrong(
                2,
                "note is no attribute that the table has, and no constant",
                "@Hybrid String noted() {\nreturn note; }");
    }

    @Test
    void whatChanges() throws IOException {
        wrong(2, "count can change; a statement is written only once", "@Hybrid int counted() {\nreturn count; }");
    }

    @Test
    void aBodyThatLeadsBackToItself() throws IOException {
        wrong(
                2,
                "depth(…) leads back to itself, which a statement cannot; write a recursive query (recursiveUnion)",
                "@Hybrid int depth() {\nreturn whole == null ? 0 : whole.depth() + 1; }");
    }

    @Test
    void twoBodiesThatLeadToEachOther() throws IOException {
        assertThat(lines("@Hybrid int one() {\nreturn two(); }\n@Hybrid int two() {\nreturn one(); }"))
                .anyMatch(line -> line.contains("leads back to itself"));
    }

    @Test
    void aWayWithoutAValue() throws IOException {
        assertThat(lines("@Hybrid String maybe() {\nif (size > 1) { return name; } }"))
                .anyMatch(line -> line.contains("a way through this block returns nothing"));
    }

    @Test
    void aHybridThatIsNoMethodOfARow() throws IOException {
        wrong(
                1,
                "Thing.all is a hybrid, which is neither private nor static",
                "@Hybrid static int all() { return 1; }");
        wrong(1, "Thing.all is a hybrid, and gives nothing", "@Hybrid void all() { }");
        wrong(
                1,
                "Thing.columns is a hybrid of a name that tables have for something else; choose another",
                "@Hybrid int columns() { return 1; }");
    }

    @Test
    void whatIsStoredIsAlwaysTheSame() throws IOException {
        wrong(
                1,
                "Thing.old cannot be stored, for it depends on the time at which the statement runs",
                "@Hybrid(stored = true) boolean old() { return born.isBefore(LocalDate.now()); }");
        wrong(
                1,
                "Thing.many cannot be indexed, for it reads other rows than its own",
                "@Hybrid(indexed = true) boolean many() { return parts.size() > 3; }");
        wrong(
                1,
                "Thing.top cannot be stored, for it reads other rows than its own",
                "@Hybrid(stored = true) String top() { return whole.name; }");
        wrong(
                1,
                "Thing.bigger is kept by the database, and takes parameters; there would be a value for each",
                "@Hybrid(indexed = true) boolean bigger(int than) { return size > than; }");
    }

    @Test
    void anSqlSideFitsItsHybrid() throws IOException {
        wrong(
                2,
                "Thing.length is marked @Hybrid.Sql, and there is no hybrid that it would fit: of the same name, with"
                        + " the same parameters after the table",
                "\n@Hybrid.Sql static dev.athanor.sql.TextExpr length(QThing thing) { return thing.name; }");
        wrong(
                2,
                "Thing.heard is marked @Hybrid.Sql, and has to be static and not private",
                "@Hybrid String heard() { return name; }\n"
                        + "@Hybrid.Sql private static dev.athanor.sql.TextExpr heard(QThing thing) { return thing.name; }");
    }

    @Test
    void aHybridOfAnEntityIsNotOverridden() throws IOException {
        assertThat(Compiled.of(
                                folder,
                                "@Entity public class Base { @Id Long id; @Hybrid int rank() { return 1; } }",
                                "@Entity public class Lower extends Base {\n@Hybrid int rank() { return 2; } }")
                        .lines())
                .containsExactly("7: Lower.rank overrides a hybrid of the entity Base, whose queries could not know;"
                        + " let that one decide, by an attribute");
    }

    @Test
    void whatOverridesAHybridIsOne() throws IOException {
        assertThat(Compiled.of(
                                folder,
                                "@MappedSuperclass public abstract class Base { @Id Long id; @Hybrid abstract int rank(); }",
                                "@Entity public class Lower extends Base {\nint rank() { return 2; } }")
                        .lines())
                .anyMatch(line -> line.equals("7: Lower.rank overrides a hybrid; mark it @Hybrid, too"));
    }

    @Test
    void othersAreReadBesideWhatCannotBe() throws IOException {
        assertThat(lines("@Hybrid String odd() { return name.intern(); }\n"
                        + "@Hybrid String twice() { return odd() + name; }"))
                .hasSize(1);
    }

    @Test
    void whatIsWrongInASuperclassIsToldOnce() throws IOException {
        assertThat(Compiled.of(
                                folder,
                                "@MappedSuperclass public class Base {\n@Hybrid public int key() { return 1; } }",
                                "@Entity public class One extends Base { @Id Long id; }",
                                "@Entity public class Two extends Base { @Id Long id; }")
                        .lines())
                .containsExactly(
                        "7: Base.key is a hybrid of a name that tables have for something else; choose another");
    }
}
