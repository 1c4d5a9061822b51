// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import static dev.athanor.sql.Sql.select;

import dev.athanor.orm.Session;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.QAuthor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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

    public void renameAndFail(long id, String name) {
        rename(id, name);
        session.flush();
        throw new IllegalStateException("on purpose");
    }
}
