// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which articles are asked for: all conditions that are given hold.
 *
 * @param tag has this tag
 * @param author was written by the user of this name
 * @param favouriteOf is liked by the user of this name
 */
public record ArticleFilter(Optional<String> tag, Optional<String> author, Optional<String> favouriteOf) {
    List<String> usernames() {
        return Stream.of(author, favouriteOf).flatMap(Optional::stream).toList();
    }
}
