// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What products are looked for; all of it holds.
 *
 * @param text a part of the name, in whatever case
 * @param kind what they are for
 * @param tags each is among theirs
 * @param dearest what they cost at most, with tax
 * @param inStock whether there have to be any
 */
public record ProductSearch(
        @Nullable String text,
        @Nullable String kind,
        Set<String> tags,
        @Nullable BigDecimal dearest,
        boolean inStock) {
    /** Whatever is sold. */
    public static final ProductSearch ALL = new ProductSearch(null, null, Set.of(), null, false);

    /** Keeps a copy. */
    public ProductSearch {
        tags = Set.copyOf(tags);
    }
}
