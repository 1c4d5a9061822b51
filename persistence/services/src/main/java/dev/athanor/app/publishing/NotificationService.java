// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.app.publishing.Kinds.published;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.update;

import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Profiles;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.domain.publishing.QNotification;
import dev.athanor.orm.Session;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link Notifications} by a session. */
@ApplicationScoped
@Transactional
class NotificationService implements Notifications {
    private final QNotification n = QNotification.as("n");
    private final QArticle a = QArticle.as("a");

    @Inject
    private Session session;

    @Inject
    private Profiles profiles;

    @Override
    public Told list(long user, Slice slice) {
        Select<Row> all = select(a.slug, a.title, a.authorId, n.noticedAt, n.readAt)
                .from(n)
                .join(n.article, a)
                .where(n.readerId.eq(user), published().of(a));
        List<Row> rows =
                session.list(all.orderBy(n.id.desc()).limit(slice.limit()).offset(slice.offset()));
        List<Long> keys = rows.stream().map(this::author).toList();
        Authors authors = Authors.of(profiles, keys, Viewer.of(user));
        long unread = session.count(all.where(n.readAt.isNull()));
        return new Told(rows.stream().map(row -> view(row, authors)).toList(), unread);
    }

    private NotificationView view(Row row, Authors authors) {
        return new NotificationView(
                there(row.get(a.slug)),
                there(row.get(a.title)),
                authors.get(author(row)),
                there(row.get(n.noticedAt)),
                row.get(n.readAt) != null);
    }

    private long author(Row row) {
        return there(row.get(a.authorId));
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value, "not null in the table");
    }

    @Override
    public int read(long user) {
        return (int) session.execute(update(n)
                .set(n.readAt, OffsetDateTime.now(ZoneOffset.UTC))
                .where(n.readerId.eq(user), n.readAt.isNull()));
    }
}
