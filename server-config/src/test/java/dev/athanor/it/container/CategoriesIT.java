// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.app.ChangedMeanwhile;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Violation;
import dev.athanor.app.publishing.Categories;
import dev.athanor.app.publishing.CategoryView;
import dev.athanor.app.publishing.NewCategory;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tree of categories stays one, whoever changes it. */
class CategoriesIT extends InContainer {
    @Inject
    private Categories categories;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    /** No other test's. */
    private final String word = UUID.randomUUID().toString();

    private String added(String name, String... above) {
        return categories
                .add(new NewCategory(
                        name + " " + word,
                        Optional.of(above).filter(one -> one.length > 0).map(one -> one[0])))
                .slug();
    }

    private void move(String slug, String above) {
        int version = categories.edition(slug).orElseThrow().version();
        categories.change(slug, version, new NewCategory(slug, Optional.of(above)));
    }

    @Test
    void aCategoryIsCalledOtherwiseAndPutElsewhere() {
        String crafts = added("Crafts");
        String weaving = added("Weaving");

        move(weaving, crafts);

        assertThat(categories.path(weaving)).extracting(CategoryView::slug).containsExactly(crafts, weaving);
        assertThat(categories.edition(weaving).orElseThrow().value())
                .isEqualTo(new NewCategory(weaving, Optional.of(crafts)));
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> categories.change(weaving, 1, new NewCategory("Late", Optional.empty())));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> categories.change(word, 1, new NewCategory("Nothing", Optional.empty())));
    }

    @Test
    void everythingWrongWithAChangeIsSaidAtOnce() {
        String crafts = added("Crafts");
        int version = categories.edition(crafts).orElseThrow().version();

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> categories.change(crafts, version, new NewCategory(" ", Optional.of(word))))
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Violation::field)
                        .containsExactly("name", "parent"));
    }

    @Test
    void twoAtOnceCloseNoCircle() throws Exception {
        for (int round = 0; round < 5; round++) {
            String one = added("One" + round);
            String other = added("Other" + round);

            List<Boolean> done = Clients.atOnce(threads, 2, client -> () -> {
                try {
                    move(client == 0 ? one : other, client == 0 ? other : one);
                    return true;
                } catch (InvalidInput refused) {
                    assertThat(refused.violations())
                            .extracting(Violation::reason)
                            .containsExactly(Reason.CIRCLE);
                    return false;
                }
            });

            assertThat(done).containsOnlyOnce(true);
        }
    }

    @Test
    void whatIsNeededStaysWhoeverIsFirst() throws Exception {
        for (int round = 0; round < 5; round++) {
            String top = added("Top" + round);
            String name = "Below" + round;

            List<String> done = Clients.atOnce(threads, 2, client -> () -> {
                try {
                    if (client == 0) {
                        return added(name, top);
                    }
                    categories.drop(top, categories.edition(top).orElseThrow().version());
                    return "gone";
                } catch (InvalidInput refused) {
                    return "refused";
                }
            });

            assertThat(done).containsOnlyOnce("refused");
            assertThat(categories.below(top)).hasSize(done.contains("gone") ? 0 : 2);
        }
    }
}
