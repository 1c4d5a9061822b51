// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.EnumExpr;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.Type;
import dev.athanor.sql.hybrid.Facts.Mood;
import dev.athanor.sql.hybrid.Samples.One;
import dev.athanor.sql.hybrid.Samples.Three;
import dev.athanor.sql.hybrid.Samples.Two;
import dev.athanor.sql.hybrid.Samples.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavaTextTest extends Comparing {
    private static final int MANY = 4000;

    private static final String LETTERS = "aAbSsſßẞäÄéÉiIıİŞşΑαΣσςΤᾳᾼΐΌόǅǆǄŉﬁДдԵև\u0301\u0307";

    /** Characters that newer versions of Unicode gave a case, of which the database's ICU may not know, or Java. */
    private static final Pattern CASE_SINCE_UNICODE_11 = Pattern.compile("[\u019B\u0264\u0282\u10D0-\u10FF"
            + "\u1C80-\u1CBF\u1D8E\u2C2F\u2C5F\uA794\uA7B8-\uA7F6"
            + "\\x{10570}-\\x{105BC}\\x{10D50}-\\x{10D85}\\x{16E40}-\\x{16EDF}]");

    @Test
    void lengthsCountUnits() {
        texts().agree(JavaText::length, String::length);
        characters().agree(JavaText::length, String::length);
    }

    @Test
    void emptyAndBlankAreToldApart() {
        texts().agree(JavaText::isEmpty, String::isEmpty);
        texts().agree(JavaText::isBlank, String::isBlank);
    }

    @Test
    void whitespaceIsThatOfJava() {
        texts().agree(JavaText::strip, String::strip);
        texts().agree(JavaText::stripLeading, String::stripLeading);
        texts().agree(JavaText::stripTrailing, String::stripTrailing);
        texts().agree(JavaText::trim, String::trim);
        characters().agree(JavaText::isBlank, String::isBlank);
        characters().agree(JavaText::trim, String::trim);
    }

    @Test
    void placesCountUnits() {
        pairs().agree(JavaText::indexOf, String::indexOf);
        pairs().agree(JavaText::lastIndexOf, String::lastIndexOf);
    }

    @Test
    void partsAreFoundWhateverTheyHold() {
        pairs().agree(JavaText::contains, String::contains);
        pairs().agree(JavaText::startsWith, String::startsWith);
        pairs().agree(JavaText::endsWith, String::endsWith);
    }

    /** Few enough that all of them are also constants. */
    @Test
    void noCharacterHasAMeaningOfItsOwn() {
        List<String> texts = List.of("", "ab", "a%b", "a_b", "a\\b", "\\1");
        List<String> parts = List.of("%", "_", "\\", "a%", "\\1", "");
        Two<String, TextExpr, String, TextExpr> pairs =
                new Two<>(queries, SqlTypes.TEXT, SqlTypes.TEXT, Samples.pairs(texts, parts));
        pairs.agree(JavaText::contains, String::contains);
        pairs.agree(JavaText::endsWith, String::endsWith);
        pairs.agree((text, part) -> JavaText.replace(text, inline(""), part), (text, part) -> text.replace("", part));
        pairs.agree(
                (text, part) -> JavaText.replace(text, part, inline("\\")), (text, part) -> text.replace(part, "\\"));
    }

    @Test
    void partsAreCutByUnits() {
        Random random = Samples.random();
        List<Values<String, Integer, Integer>> cuts = new ArrayList<>();
        for (String text : Texts.random(random, MANY)) {
            int begin = random.nextInt(text.length() + 1);
            int end = begin + random.nextInt(text.length() - begin + 1);
            if (!inPair(text, begin) && !inPair(text, end)) {
                cuts.add(new Values<>(text, begin, end));
            }
        }
        new Three<>(queries, SqlTypes.TEXT, SqlTypes.INTEGER, SqlTypes.INTEGER, cuts)
                .agree(JavaText::substring, String::substring);
        List<Values<String, Integer, Integer>> begins = cuts.stream()
                .map(cut -> new Values<>(cut.a(), cut.b(), cut.b()))
                .toList();
        new Two<>(queries, SqlTypes.TEXT, SqlTypes.INTEGER, begins).agree(JavaText::substring, String::substring);
    }

    @Test
    void partsBeforeAndAfterAPlaceFitTogether() {
        pairs().where(String::contains)
                .agree(
                        (text, part) -> JavaText.substring(text, inline(0), JavaText.indexOf(text, part)),
                        (text, part) -> text.substring(0, text.indexOf(part)));
        pairs().where(String::contains)
                .agree(
                        (text, part) -> JavaText.substring(text, JavaText.lastIndexOf(text, part)),
                        (text, part) -> text.substring(text.lastIndexOf(part)));
    }

    @Test
    void aCutPairStaysWithItsFirstHalf() {
        TextExpr smile = inline("a\uD83D\uDE00b");
        assertThat(queries.list(select(
                        JavaText.substring(smile, inline(0), inline(2)),
                        JavaText.substring(smile, inline(2)),
                        JavaText.substring(smile, inline(9)),
                        JavaText.substring(smile, inline(3), inline(9)))))
                .singleElement()
                .hasToString("[a\uD83D\uDE00, b, , b]");
    }

    @Test
    void caseIsThatOfUnicode() {
        One<String, TextExpr> characters = characters()
                .where(character -> !CASE_SINCE_UNICODE_11.matcher(character).matches());
        characters.agree(JavaText::toLowerCase, text -> text.toLowerCase(Locale.ROOT));
        characters.agree(JavaText::toUpperCase, text -> text.toUpperCase(Locale.ROOT));
    }

    @Test
    void caseDependsOnTheWord() {
        Random random = Samples.random();
        List<String> words =
                new ArrayList<>(List.of("STRASSE", "straße", "İstanbul", "ISPARTA ısparta", "ΟΔΥΣΣΕΥΣ", "Σ"));
        while (words.size() < MANY) {
            words.add(Stream.generate(() -> word(random))
                    .limit(1 + random.nextInt(3))
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ", ")));
        }
        new One<>(queries, SqlTypes.TEXT, words).agree(JavaText::toLowerCase, text -> text.toLowerCase(Locale.ROOT));
        new One<>(queries, SqlTypes.TEXT, words).agree(JavaText::toUpperCase, text -> text.toUpperCase(Locale.ROOT));
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    @Test
    void aTextInLowerCaseIsComparedByTheCollationOfTheOther() throws SQLException {
        connection.createStatement().execute(Facts.DDL + "create index on facts (text); set enable_seqscan = off");
        Facts facts = new Facts();
        String plan = "explain "
                + selectValue(facts.whole)
                        .where(facts.text.eq(JavaText.toLowerCase(inline("A"))))
                        .sql();
        try (ResultSet rows = connection.createStatement().executeQuery(plan)) {
            rows.next();
            assertThat(rows.getString(1)).contains("facts_text_idx");
        }
    }

    @Test
    void partsAreReplaced() {
        Random random = Samples.random();
        List<Values<String, String, String>> replacements = new ArrayList<>();
        for (String text : Texts.random(random, MANY)) {
            boolean inPairs = text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
            String target = inPairs ? "a" : part(random, text);
            replacements.add(new Values<>(text, target, Texts.text(random, random.nextInt(3))));
        }
        new Three<>(queries, SqlTypes.TEXT, SqlTypes.TEXT, SqlTypes.TEXT, replacements)
                .agree(JavaText::replace, String::replace);
    }

    @Test
    void textsAreRepeated() {
        new Two<>(
                        queries,
                        SqlTypes.TEXT,
                        SqlTypes.INTEGER,
                        Samples.pairs(Texts.random(Samples.random(), 100), ints(20)))
                .agree(JavaText::repeat, String::repeat);
    }

    @Test
    void textsAreJoined() {
        pairs().agree((a, b) -> JavaText.concat(a, b), (a, b) -> a + b);
        pairs().agree((a, b) -> JavaText.concat(a, inline("'%"), b), (a, b) -> a + "'%" + b);
        pairs().agree((a, b) -> JavaText.join(b, a, b, a), (a, b) -> String.join(b, a, b, a));
        texts().agree(a -> JavaText.join(inline(", "), a), a -> a);
    }

    @Test
    void orderIsThatOfUnitsBelowThePairs() {
        Two<String, TextExpr, String, TextExpr> pairs =
                pairs().where((a, b) -> (a + b).chars().noneMatch(unit -> unit >= Character.MIN_SURROGATE));
        pairs.agree((a, b) -> JavaText.inOrder(a).lt(JavaText.inOrder(b)), (a, b) -> a.compareTo(b) < 0);
        pairs.agree((a, b) -> JavaText.inOrder(a).ge(JavaText.inOrder(b)), (a, b) -> a.compareTo(b) >= 0);
    }

    @Test
    void wholeNumbersAreWritten() {
        List<Long> longs = List.of(0L, 1L, -1L, 1000000L, Long.MIN_VALUE, Long.MAX_VALUE);
        new One<>(queries, SqlTypes.BIGINT, longs).agree(JavaText::text, String::valueOf);
        new One<>(queries, SqlTypes.INTEGER, ints(100)).agree(JavaText::text, String::valueOf);
        new One<>(queries, SqlTypes.SMALLINT, List.of(Short.MIN_VALUE)).agree(JavaText::text, String::valueOf);
        List<BigInteger> big =
                List.of(BigInteger.TEN.pow(40), BigInteger.TEN.pow(40).negate());
        new One<>(queries, SqlTypes.INTEGRAL, big).agree(JavaText::text, String::valueOf);
        TextExpr scaled = JavaText.text(
                SqlTypes.INTEGRAL.of(inline(new BigDecimal("12.00")).node()));
        assertThat(queries.one(selectValue(scaled))).isEqualTo("12");
    }

    @Test
    void otherNumbersAreRefused() {
        for (NumberExpr<?> number : List.of(value(1.5), value(new BigDecimal("1.5")), value(SqlTypes.REAL, 1.5f))) {
            assertThatExceptionOfType(SqlException.class)
                    .isThrownBy(() -> JavaText.text(number))
                    .withMessageContaining("plainText(…)");
        }
    }

    @Test
    void decimalsAreWrittenPlainly() {
        List<BigDecimal> decimals = Stream.of("0", "0.00", "-0.5", "1E+3", "1E-20", "123456789012345678901234567890.12")
                .map(BigDecimal::new)
                .toList();
        new One<>(queries, SqlTypes.NUMERIC, decimals).agree(JavaText::plainText, BigDecimal::toPlainString);
    }

    @Test
    void truthIsWritten() {
        new One<>(queries, SqlTypes.BOOLEAN, List.of(true, false)).agree(JavaText::text, String::valueOf);
    }

    @Test
    void uuidsAreWritten() {
        Random random = Samples.random();
        List<UUID> uuids = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(100)
                .toList();
        new One<>(queries, SqlTypes.UUID, uuids).agree(JavaText::text, UUID::toString);
    }

    @Test
    void datesAreWritten() {
        List<LocalDate> dates = new ArrayList<>(List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)));
        Samples.random()
                .ints(MANY, 0, 3_652_058)
                .forEach(day -> dates.add(LocalDate.of(1, 1, 1).plusDays(day)));
        new One<>(queries, SqlTypes.DATE, dates).agree(JavaText::text, LocalDate::toString);
    }

    @Test
    @SuppressWarnings("EnumOrdinal") // it is what is computed
    void constantsHaveNamesAndNumbersHoweverTheyAreKept() throws SQLException {
        connection.createStatement().execute("create type mood as enum ('HAPPY', 'OK', 'SAD')");
        for (Type<Mood, EnumExpr<Mood>> type : List.of(
                SqlTypes.enumText(Mood.class),
                SqlTypes.enumNumber(Mood.class),
                SqlTypes.enumeration("mood", Mood.class))) {
            One<Mood, EnumExpr<Mood>> moods = new One<>(queries, type, List.of(Mood.values()));
            moods.agree(JavaText::name, Mood::name);
            moods.agree(JavaText::ordinal, Mood::ordinal);
        }
    }

    private One<String, TextExpr> texts() {
        return new One<>(queries, SqlTypes.TEXT, Texts.random(Samples.random(), MANY));
    }

    /** Each character that there is, between others. */
    private One<String, TextExpr> characters() {
        List<String> all = Texts.characters().mapToObj(Character::toString).toList();
        return new One<>(queries, SqlTypes.TEXT, all);
    }

    /** A text and what may be a part of it. */
    private Two<String, TextExpr, String, TextExpr> pairs() {
        Random random = Samples.random();
        List<Values<String, String, String>> pairs = new ArrayList<>();
        for (String text : Texts.random(random, MANY)) {
            pairs.add(new Values<>(text, part(random, text), null));
        }
        return new Two<>(queries, SqlTypes.TEXT, SqlTypes.TEXT, pairs);
    }

    /** A part of a text half of the time, which is often empty. */
    private static String part(Random random, String text) {
        int begin = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), begin + random.nextInt(3));
        boolean part = random.nextBoolean() && !inPair(text, begin) && !inPair(text, end);
        return part ? text.substring(begin, end) : Texts.text(random, 1);
    }

    private static boolean inPair(String text, int place) {
        return place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place));
    }

    private static List<Integer> ints(int end) {
        return IntStream.range(0, end).boxed().toList();
    }
}
