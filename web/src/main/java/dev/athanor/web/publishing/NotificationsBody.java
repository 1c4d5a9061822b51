// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.Notifications.NotificationView;
import dev.athanor.app.publishing.Notifications.Told;
import dev.athanor.web.identity.ProfileBody;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody is told of.
 *
 * @param notifications the newest first
 * @param unread how many there are in all that were not read
 */
public record NotificationsBody(
        @Schema(required = true) List<Fields> notifications,
        @Schema(required = true) long unread) {
    /** Keeps a copy. */
    public NotificationsBody {
        notifications = List.copyOf(notifications);
    }

    /**
     * That there is a new article.
     *
     * @param slug its address
     * @param title its title
     * @param author who has written it
     * @param noticedAt when it was published
     * @param read whether this was read
     */
    @Schema(name = "Notification")
    public record Fields(
            @Schema(required = true) String slug,
            @Schema(required = true) String title,
            @Schema(required = true) ProfileBody.Fields author,
            @Schema(required = true) OffsetDateTime noticedAt,
            @Schema(required = true) boolean read) {
        static Fields of(NotificationView view) {
            return new Fields(
                    view.slug(), view.title(), ProfileBody.Fields.of(view.author()), view.noticedAt(), view.read());
        }
    }

    static NotificationsBody of(Told told) {
        return new NotificationsBody(
                told.notifications().stream().map(Fields::of).toList(), told.unread());
    }
}
