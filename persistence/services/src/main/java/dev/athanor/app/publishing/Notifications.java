// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.identity.Profile;
import java.time.OffsetDateTime;
import java.util.List;

/** What users are told of: articles by those whom they follow, soon after these are published. */
public interface Notifications {

    /** Some of a user's, the newest first; of articles that may still be read. */
    Told list(long user, Slice slice);

    /** Notes that a user has read all of them, and gives how many were new. */
    int read(long user);

    /**
     * Some of what a user is told of.
     *
     * @param notifications the newest first
     * @param unread how many there are in all that were not read
     */
    record Told(List<NotificationView> notifications, long unread) {
        /** Keeps a copy. */
        public Told {
            notifications = List.copyOf(notifications);
        }
    }

    /**
     * That there is a new article.
     *
     * @param slug its address
     * @param title its title
     * @param author who has written it
     * @param noticedAt when it was published
     * @param read whether the user has read this
     */
    record NotificationView(String slug, String title, Profile author, OffsetDateTime noticedAt, boolean read) {}
}
