// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.select;

import dev.athanor.orm.Session;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Tag;
import dev.athanor.sql.SqlException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An enterprise bean that works on authors. */
@Stateless
public class Desk {
    private final QAuthor a = QAuthor.as("a");

    // region bean
    @Inject
    private Session session;

    public void rename(long id, String name) {
        session.get(Author.class, id).orElseThrow().rename(name);
    }

    public List<Author> named(String name) {
        return session.list(select(a).where(a.name.eq(name)));
    }
    // endregion

    @Inject
    private Archive archive;

    /** Whether another bean has the same entity in the same transaction. */
    public boolean sharesEntitiesWithOthers(long id) {
        return session.get(Author.class, id).orElseThrow() == archive.author(id)
                && session.entityManager().find(Author.class, id) == archive.author(id);
    }

    /** Those that come before one that fails stay so; it does not. */
    public List<String> renameAllAndAdd(List<Long> ids, String name, Tag tag) {
        List<String> failures = new ArrayList<>();
        for (Long id : ids) {
            try {
                session.nested(inner -> {
                    rename(id, name + id);
                    inner.flush();
                    if (id.equals(ids.get(1))) {
                        throw new IOException("on purpose");
                    }
                });
            } catch (IOException e) {
                failures.add(e.getMessage());
            }
        }
        try {
            session.nested(inner -> inner.add(tag));
        } catch (SqlException e) {
            failures.add(e.code().name());
        }
        return failures;
    }

    public void renameAndFail(long id, String name) {
        rename(id, name);
        session.flush();
        throw new IllegalStateException("on purpose");
    }
}
