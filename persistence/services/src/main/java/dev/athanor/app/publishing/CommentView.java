// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.identity.Profile;
import java.time.OffsetDateTime;

/**
 * A comment, as somebody sees it.
 *
 * @param id the key
 * @param createdAt when it was written
 * @param updatedAt when it was last changed
 * @param body the text
 * @param author who has written it
 */
public record CommentView(long id, OffsetDateTime createdAt, OffsetDateTime updatedAt, String body, Profile author) {}
