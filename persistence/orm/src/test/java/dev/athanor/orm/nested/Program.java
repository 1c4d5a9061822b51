// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.Session;
import dev.athanor.orm.Synchronize;
import dev.athanor.orm.market.Basket;
import dev.athanor.orm.market.Product;
import dev.athanor.orm.market.QBasket;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.QAuthor;
import dev.athanor.orm.press.Tag;
import jakarta.persistence.PersistenceUnitUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A random program of one seed, done with a session and with plain values at once. */
final class Program extends Edits {
    private static final int TAGS = 4;

    private final long seed;
    private final QAuthor a = QAuthor.as("a");
    private final QArticle art = QArticle.as("art");
    private final QBasket b = QBasket.as("b");
    private int count;

    /** What is looked at from outside after each step. */
    Runnable others = () -> {};

    Program(long seed) {
        super(seed);
        this.seed = seed;
    }

    /** Why a block of a program fails. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    long base() {
        return 1000 + Math.floorMod(seed, 1_000_000_000L) * 1000;
    }

    /** What the program works with; committed before. */
    void prepare(Session session) {
        for (int i = 0; i < TAGS; i++) {
            Tag tag = new Tag("t" + base() + "_" + i);
            session.add(tag);
            entities.tags.put(tag.name(), tag);
        }
        for (int i = 0; i < 3; i++) {
            Product product = new Product(new UUID(base(), i), "product " + i);
            session.add(product);
            entities.products.add(product);
            addWriter(session);
        }
        addText(session);
        addCart(session);
    }

    /** What is there already. */
    void know(String name, Object entity) {
        entities.all.put(name, entity);
        if (entity instanceof Gallery) {
            world.halls.put(name, new World.Hall());
        } else {
            world.chests.put(name, new ArrayList<>());
        }
    }

    void run(Session session, int length, int depth) {
        for (int i = 0; i < length; i++) {
            step(session, depth);
            PersistenceUnitUtil unit =
                    session.entityManager().getEntityManagerFactory().getPersistenceUnitUtil();
            names().forEach(name -> entities.checkLoaded(world, name, unit));
            others.run();
            look(random.nextInt(3));
        }
    }

    /** Compares some entities, which loads their relations. */
    private void look(int some) {
        List<String> names = names();
        for (int i = 0; i < some && !names.isEmpty(); i++) {
            entities.check(world, pick(names));
        }
    }

    List<String> names() {
        List<String> names = new ArrayList<>(world.writers.keySet());
        names.addAll(world.texts.keySet());
        names.addAll(world.carts.keySet());
        names.addAll(world.halls.keySet());
        names.addAll(world.chests.keySet());
        return names;
    }

    void checkAll(Entities found) {
        assertThat(found.all.keySet()).containsExactlyInAnyOrderElementsOf(names());
        names().forEach(name -> found.check(world, name));
    }

    private void step(Session session, int depth) {
        switch (random.nextInt(14)) {
            case 0 -> flush(session);
            case 1, 2, 3 -> nest(session, depth);
            case 4 -> add(session);
            case 5 -> delete(session);
            case 6 -> bulk(session);
            case 7 -> refresh(session);
            case 8, 9 -> changeWriter(session);
            case 10 -> changeText(session);
            case 11 -> changeCart(session);
            case 12 -> changeHall();
            default -> changeChest();
        }
    }

    private void flush(Session session) {
        say("flush");
        session.flush();
        removed = false;
        assertThat(session.dirty()).isEmpty();
        List<String> names = session.list(select(a).where(a.id.between(base(), base() + 999))).stream()
                .map(Author::name)
                .toList();
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(world.writers.values().stream()
                        .map(writer -> writer.name)
                        .toList());
        checkRows(session);
    }

    /** What the database has, whatever is in memory. */
    private void checkRows(Session session) {
        for (Map.Entry<String, World.Writer> writer : world.writers.entrySet()) {
            Long key = entities.author(writer.getKey()).id();
            assertThat(session.list(selectValue(a.name).where(a.id.eq(key)))).containsExactly(writer.getValue().name);
        }
        for (Map.Entry<String, World.Text> text : world.texts.entrySet()) {
            Long key = entities.article(text.getKey()).id();
            assertThat(session.list(selectValue(art.title).where(art.id.eq(key))))
                    .containsExactly(text.getValue().title);
        }
        for (Map.Entry<String, World.Cart> cart : world.carts.entrySet()) {
            Long key = entities.basket(cart.getKey()).id();
            assertThat(session.list(selectValue(b.owner).where(b.id.eq(key)))).containsExactly(cart.getValue().owner);
        }
    }

    private void nest(Session session, int depth) {
        if (depth == 0) {
            return;
        }
        World before = world.copy();
        Map<String, Object> entitiesBefore = Map.copyOf(entities.all);
        boolean fails = random.nextBoolean();
        boolean refused = random.nextInt(4) == 0;
        int length = random.nextInt(6);
        say("nest");
        removed = false;
        try {
            session.nested(inner -> {
                run(inner, length, depth - 1);
                if (fails && refused) {
                    refuse(inner);
                }
                if (fails) {
                    throw new Failure();
                }
            });
            say("keep");
            assertThat(fails).isFalse();
        } catch (RuntimeException e) {
            say("undo " + e.getClass().getSimpleName());
            assertThat(fails && (refused || e instanceof Failure))
                    .as(e.toString())
                    .isTrue();
            assertThat(e).hasNoSuppressedExceptions();
            forgetAdded(session, entitiesBefore);
            world = before;
            if (random.nextBoolean()) {
                names().forEach(name -> entities.check(world, name));
            }
        }
        removed = false;
    }

    /** By the database, by the version of a row, or by EclipseLink. */
    private void refuse(Session inner) {
        String writer = any(world.writers);
        switch (writer == null ? 0 : random.nextInt(4)) {
            case 0 -> {
                say("a tag that is there");
                inner.add(new Tag(pick(new ArrayList<>(entities.tags.keySet()))));
            }
            case 1 -> {
                say("a statement that fails");
                inner.list(select(a).where(a.id.eq(inline(1L).dividedBy(0L))));
            }
            case 2 -> {
                say("a conflict on " + writer);
                Author author = entities.author(Objects.requireNonNull(writer));
                inner.flush();
                inner.execute(
                        update(a).set(a.version, a.version.plus(1)).where(a.id.eq(author.id())), Synchronize.NONE);
                author.rename("conflict");
            }
            default -> {
                say("a mentor that is not added, of " + writer);
                entities.author(Objects.requireNonNull(writer)).learnFrom(new Author(base() + 999, "nobody"));
            }
        }
        inner.flush();
    }

    private void forgetAdded(Session session, Map<String, Object> before) {
        entities.all.forEach((name, entity) -> {
            if (!before.containsKey(name)) {
                assertThat(session.contains(entity)).as(name).isFalse();
            }
        });
        entities.all.clear();
        entities.all.putAll(before);
        entities.all.forEach(
                (name, entity) -> assertThat(session.contains(entity)).as(name).isTrue());
    }

    private void add(Session session) {
        switch (random.nextInt(3)) {
            case 0 -> addWriter(session);
            case 1 -> addText(session);
            default -> addCart(session);
        }
    }

    private void addWriter(Session session) {
        String name = "w" + count;
        Author author = new Author(base() + count++, name);
        say("add " + name);
        session.add(author);
        entities.all.put(name, author);
        World.Writer writer = new World.Writer();
        writer.name = name;
        world.writers.put(name, writer);
    }

    private void addText(Session session) {
        String name = "x" + count++;
        World.Text text = new World.Text();
        text.author = any(world.writers);
        text.title = name;
        say("add " + name + " by " + text.author);
        Article article = new Article(text.author == null ? null : entities.author(text.author), name);
        if (random.nextBoolean()) {
            article.keywords().add("new");
            text.keywords.add("new");
        }
        session.add(article);
        entities.all.put(name, article);
        world.texts.put(name, text);
    }

    private void addCart(Session session) {
        String name = "c" + count++;
        say("add " + name);
        Basket basket = new Basket(name);
        session.add(basket);
        session.flush();
        removed = false;
        entities.all.put(name, basket);
        World.Cart cart = new World.Cart();
        cart.owner = name;
        world.carts.put(name, cart);
    }

    /** What nothing refers to any more. */
    private void delete(Session session) {
        String text = any(world.texts);
        String cart = any(world.carts);
        String writer = any(world.writers);
        if (random.nextBoolean() && text != null) {
            say("delete " + text);
            session.flush();
            Article article = entities.article(text);
            article.writtenBy(null);
            article.tags().clear();
            remove(session, text);
            world.texts.remove(text);
        } else if (random.nextBoolean() && cart != null) {
            say("delete " + cart);
            remove(session, cart);
            world.carts.remove(cart);
        } else if (writer != null && isFree(writer)) {
            say("delete " + writer);
            entities.author(writer).learnFrom(null);
            remove(session, writer);
            world.writers.remove(writer);
        }
    }

    private boolean isFree(String writer) {
        return world.writers.values().stream().noneMatch(other -> writer.equals(other.mentor))
                && world.texts.values().stream().noneMatch(text -> writer.equals(text.author));
    }

    private void remove(Session session, String name) {
        session.flush();
        session.delete(entities.get(name));
        entities.all.remove(name);
        if (random.nextBoolean()) {
            session.flush();
        }
    }

    private void bulk(Session session) {
        say("update all names");
        session.execute(update(a).set(a.name, a.name.concat("!")).where(a.id.between(base(), base() + 999)));
        removed = false;
        world.writers.values().forEach(writer -> writer.name += "!");
    }

    private void refresh(Session session) {
        String name = any(world.writers);
        if (name != null) {
            say("refresh " + name);
            session.flush();
            removed = false;
            session.refresh(entities.author(name));
        }
    }
}
