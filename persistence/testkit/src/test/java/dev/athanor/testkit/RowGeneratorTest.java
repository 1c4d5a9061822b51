// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testkit.people.Mood;
import dev.athanor.testkit.people.QRightPerson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rows are like, before a database has them. */
class RowGeneratorTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 29);

    private final EntityModels models = new EntityModels(QRightPerson.table(), Settings.DEFAULT);
    private final Rows rows = rows(models, 1);

    private static Rows rows(EntityModels models, long seed) {
        Choices choices = new Choices(new Random(seed), Set.of(new BigDecimal("77.70"), 31), TODAY);
        return new RowGenerator(models, new Values(models, new Domains(TODAY, true), choices), 1_000).generate();
    }

    private List<@Nullable Object> values(String attribute) {
        return values(models, rows, attribute);
    }

    private static List<@Nullable Object> values(EntityModels models, Rows rows, String attribute) {
        Slot slot = models.root().basics().entrySet().stream()
                .filter(basic -> basic.getValue().path().equals(attribute))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        List<@Nullable Object> values = new ArrayList<>();
        rows.of(models.root()).forEach(row -> values.add(row.get(slot)));
        return values;
    }

    @Test
    void everyNotableValueIsThere() {
        assertThat(values("lastName"))
                .containsAll(new Texts(true)
                        .notable().stream().filter(text -> text.length() <= 255).toList());
        assertThat(values("born")).containsAll(new Dates(TODAY).notable());
        assertThat(values("height")).containsAll(new FloatingPoints(Double.MIN_NORMAL, Double.MAX_VALUE).notable());
        assertThat(values("points")).contains(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE);
        assertThat(values("mood")).contains((Object[]) Mood.values());
    }

    @Test
    void whatMethodsCompareWithIsThereAndWhatIsNextToIt() {
        assertThat(values("balance"))
                .contains(new BigDecimal("77.70"), new BigDecimal("77.71"), new BigDecimal("77.69"));
        assertThat(values("points")).contains(31, 32, 30);
        assertThat(values("born"))
                .contains(TODAY.minusYears(31), TODAY.minusYears(31).plusDays(1), TODAY.minusDays(32));
        assertThat(values("firstName")).contains("x".repeat(30), "x".repeat(31), "x".repeat(32));
    }

    @Test
    void annotationsAreRespected() {
        assertThat(values("nickname")).doesNotContainNull().allSatisfy(name -> assertThat(String.valueOf(name))
                .hasSizeLessThanOrEqualTo(30));
        assertThat(values("balance"))
                .containsNull()
                .filteredOn(Objects::nonNull)
                .allSatisfy(value -> {
                    assertThat(((BigDecimal) value).scale()).isEqualTo(2);
                    assertThat(((BigDecimal) value).precision()).isLessThanOrEqualTo(10);
                });
        assertThat(values("work.city")).filteredOn(Objects::nonNull).allSatisfy(city -> assertThat(String.valueOf(city))
                .hasSizeLessThanOrEqualTo(5));
        assertThat(values("height")).doesNotContainNull();
    }

    @Test
    void manyRowsHaveEqualValues() {
        List<@Nullable Object> first = values("firstName");
        List<@Nullable Object> last = values("lastName");
        long equal = 0;
        for (int i = 0; i < first.size(); i++) {
            equal += first.get(i) != null && Objects.equals(first.get(i), last.get(i)) ? 1 : 0;
        }

        assertThat(equal).isBetween(50L, 400L);
    }

    @Test
    void relationsLeadToNoneOneOrSeveral() {
        for (String relation : List.of("purchases", "clubs")) {
            Route route = Objects.requireNonNull(models.root().routes().get(relation));
            Map<Integer, Long> sizes = rows.of(models.root()).stream()
                    .collect(Collectors.groupingBy(
                            row -> rows.reached(route, row).size(), TreeMap::new, Collectors.counting()));

            assertThat(sizes).as(relation).containsKeys(0, 1, 2, 3);
            assertThat(sizes.get(0)).as(relation).isGreaterThan(100);
        }
        Route employer = Objects.requireNonNull(models.root().routes().get("employer"));
        Map<GeneratedRow, Integer> shared = new HashMap<>();
        rows.of(models.root())
                .forEach(row -> rows.reached(employer, row).forEach(company -> shared.merge(company, 1, Integer::sum)));
        assertThat(shared.values()).contains(1).anyMatch(times -> times > 5);
        assertThat(shared.values().stream().mapToInt(Integer::intValue).sum()).isBetween(700, 950);
    }

    @Test
    void noPersonIsAmongTheirOwnAncestors() {
        Route parent = Objects.requireNonNull(models.root().routes().get("parent"));

        assertThat(rows.of(models.root())).allSatisfy(row -> assertThat(rows.reached(parent, row))
                .allMatch(above -> above.number() < row.number()));
    }

    @Test
    void theSameSeedGivesTheSameValues() {
        EntityModels others = new EntityModels(QRightPerson.table(), Settings.DEFAULT);
        Rows same = rows(others, 1);

        for (Attribute.Basic basic : models.root().basics().values()) {
            assertThat(values(others, same, basic.path())).isEqualTo(values(basic.path()));
        }
        assertThat(values(others, rows(others, 2), "firstName")).isNotEqualTo(values("firstName"));
    }
}
