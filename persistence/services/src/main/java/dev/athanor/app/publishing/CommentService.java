// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.sql.Sql.select;

import dev.athanor.app.InputRules;
import dev.athanor.app.NotAllowed;
import dev.athanor.app.NotFound;
import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Profile;
import dev.athanor.app.identity.Profiles;
import dev.athanor.domain.publishing.Article;
import dev.athanor.domain.publishing.Comment;
import dev.athanor.domain.publishing.QComment;
import dev.athanor.orm.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/** {@link Comments} by a session. */
@ApplicationScoped
@Transactional
class CommentService implements Comments {
    private final QComment c = QComment.as("c");

    @Inject
    private Session session;

    @Inject
    private OwnArticles own;

    @Inject
    private Profiles profiles;

    @Inject
    private InputRules rules;

    @Override
    public List<CommentView> list(String slug, Viewer viewer) {
        Article article = own.seenBy(viewer.user(), slug);
        return views(session.list(select(c).where(c.article.id.eq(article.id())).orderBy(c.id.asc())), viewer);
    }

    @Override
    public CommentView add(long user, String slug, NewComment input) {
        rules.check(input);
        Comment comment = new Comment(own.seenBy(user, slug), user, input.body());
        session.add(comment);
        session.flush();
        return views(List.of(comment), Viewer.of(user)).get(0);
    }

    private List<CommentView> views(Collection<Comment> comments, Viewer viewer) {
        Authors authors =
                Authors.of(profiles, comments.stream().map(Comment::authorId).toList(), viewer);
        return comments.stream()
                .map(comment -> view(comment, authors.get(comment.authorId())))
                .toList();
    }

    private static CommentView view(Comment comment, Profile author) {
        return new CommentView(comment.id(), comment.createdAt(), comment.updatedAt(), comment.body(), author);
    }

    @Override
    public void delete(long user, String slug, long id) {
        Article article = own.seenBy(user, slug);
        Comment comment = session.oneOrNone(select(c).where(c.id.eq(id), c.article.id.eq(article.id())))
                .orElseThrow(() -> new NotFound("comment"));
        if (comment.authorId() != user) {
            throw new NotAllowed("comment");
        }
        session.delete(comment);
    }
}
