// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.domain.publishing.Article;
import dev.athanor.domain.publishing.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "How to train your dragon, how-to-train-your-dragon",
        "'  Looms, & engines!  ', looms-engines",
        "Düsentrieb à la carte, dusentrieb-a-la-carte",
        "C++ and C#, c-and-c",
        "ﬁne ½, fine-1-2",
        "Ёлка, елка",
        "今日は 世界, 今日は-世界",
        "한국어, 한국어",
        "हिन्दी, हिन्दी",
        "'!?', article",
        "'', article",
        "Feed, feed-article"
    })
    void titlesBecomeAddresses(String title, String slug) {
        assertThat(Slug.of(title)).isEqualTo(slug);
    }

    @Test
    void longTitlesAreCutBetweenCharacters() {
        assertThat(Slug.another(Slug.of("x".repeat(500)))).hasSize(Article.SLUG_LENGTH);
        assertThat(Slug.of("x" + "𝒳".repeat(300)).codePoints()).allMatch(Character::isLetter);
        assertThat(Slug.of("一".repeat(232) + " " + "一".repeat(100)))
                .hasSize(232)
                .doesNotEndWith("-");
    }

    @Test
    void namesOfCategoriesFitHoweverManyLettersASignIs() {
        assertThat(Slug.ofCategory("ﷺ".repeat(Category.NAME_LENGTH))).hasSize(Category.SLUG_LENGTH);
        assertThat(Slug.ofCategory("Feed")).isEqualTo("feed");
        assertThat(Slug.ofCategory("!?")).isEqualTo("category");
    }

    @Test
    void anotherOneIsOfTheSameTitle() {
        String another = Slug.another("looms");

        assertThat(another).matches("looms-[0-9a-z]{6}").isNotEqualTo(Slug.another("looms"));
        assertThat(Slug.isOf(another, "Looms")).isTrue();
        assertThat(Slug.isOf("looms", "LOOMS!")).isTrue();
        assertThat(Slug.isOf("looms", "Looms and engines")).isFalse();
        assertThat(Slug.isOf("looms-and-engines", "Looms")).isFalse();
    }
}
