// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.publishing;

import dev.athanor.annotations.NativeEnum;

/** How far an article has come. */
@NativeEnum("publishing.article_status")
public enum ArticleStatus {
    /** Seen by its author only. */
    DRAFT,
    /** Seen by everybody. */
    PUBLISHED,
    /** Taken back, and kept. */
    ARCHIVED
}
