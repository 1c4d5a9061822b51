// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.domain.publishing.Article;
import dev.athanor.domain.publishing.Category;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Addresses of articles and of categories, made of their titles and names: letters and digits of any script, with
 * hyphens between words.
 */
final class Slug {
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");
    private static final int SUFFIX_LENGTH = 6;
    private static final int LONGEST = Article.SLUG_LENGTH - SUFFIX_LENGTH - 1;

    /** What is no article below the address of all articles. */
    private static final Set<String> RESERVED = Set.of("feed");

    private static final Random RANDOM = new SecureRandom();

    private Slug() {}

    /** The address that a title would have if it were alone. */
    static String of(String title) {
        String slug = words(title, LONGEST);
        if (slug.isEmpty()) {
            return "article";
        }
        return RESERVED.contains(slug) ? slug + "-article" : slug;
    }

    /** The address of a category of this name. */
    static String ofCategory(String name) {
        String slug = words(name, Category.SLUG_LENGTH);
        return slug.isEmpty() ? "category" : slug;
    }

    /** One sign may be many letters, so that the words may be longer than the title. */
    private static String words(String title, int longest) {
        String plain = ACCENTS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                .replaceAll("");
        String letters = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String words =
                ENDS.matcher(BETWEEN_WORDS.matcher(letters).replaceAll("-")).replaceAll("");
        return ENDS.matcher(shortened(words, longest)).replaceAll("");
    }

    private static String shortened(String words, int longest) {
        return words.length() <= longest
                ? words
                : words.substring(0, Character.isHighSurrogate(words.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** Another one of the same title, should that be taken. */
    static String another(String slug) {
        String suffix = RANDOM.ints(SUFFIX_LENGTH, 0, Character.MAX_RADIX)
                .collect(
                        StringBuilder::new,
                        (text, digit) -> text.append(Character.forDigit(digit, Character.MAX_RADIX)),
                        StringBuilder::append)
                .toString();
        return slug + "-" + suffix;
    }

    /** Whether an address may come from the same title. */
    static boolean isOf(String slug, String title) {
        String own = of(title);
        return slug.equals(own) || slug.matches(Pattern.quote(own) + "-[0-9a-z]{" + SUFFIX_LENGTH + "}");
    }
}
