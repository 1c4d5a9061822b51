// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All tags.
 *
 * @param tags those of most articles first
 */
public record TagsBody(@Schema(required = true) List<String> tags) {
    /** Keeps a copy. */
    public TagsBody {
        tags = List.copyOf(tags);
    }
}
