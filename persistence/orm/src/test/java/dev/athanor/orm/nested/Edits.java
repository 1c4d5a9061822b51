// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.Session;
import dev.athanor.orm.market.Basket;
import dev.athanor.orm.market.Item;
import dev.athanor.orm.market.Money;
import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random changes of entities, and the same of plain values. */
class Edits {
    final Random random;
    final List<String> steps = new ArrayList<>();
    final Entities entities = new Entities();
    World world = new World();
    boolean removed;
    private int words;

    Edits(long seed) {
        this.random = new Random(seed);
    }

    final <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    final @Nullable String any(Map<String, ?> from) {
        return from.isEmpty() ? null : pick(new ArrayList<>(from.keySet()));
    }

    final void say(String step) {
        steps.add(step);
    }

    /** Never the same: EclipseLink loses an element of an ordered list that equals another. */
    private String word() {
        return "v" + words++;
    }

    final void changeWriter(Session session) {
        String name = any(world.writers);
        if (name == null) {
            return;
        }
        Author author = entities.author(name);
        World.Writer writer = world.writer(name);
        String word = word();
        switch (random.nextInt(4)) {
            case 0 -> {
                say(name + ".name = " + word);
                author.rename(word);
                writer.name = word;
            }
            case 1 -> {
                say(name + ".home = " + word);
                author.settle(new Address("street", word));
                writer.city = word;
            }
            case 2 -> {
                if (author.home() != null) {
                    say(name + ".home.city = " + word);
                    author.home().moveTo(word);
                    writer.city = word;
                }
            }
            default -> {
                String mentor = random.nextInt(3) == 0 ? null : any(world.writers);
                if (!name.equals(mentor)) {
                    flushed(session); // nothing is heard from an entity that is new until then
                    say(name + ".mentor = " + mentor);
                    author.learnFrom(mentor == null ? null : entities.author(mentor));
                    writer.mentor = mentor;
                }
            }
        }
    }

    final void changeText(Session session) {
        String name = any(world.texts);
        if (name == null) {
            return;
        }
        Article article = entities.article(name);
        World.Text text = world.text(name);
        String word = word();
        Tag tag = pick(new ArrayList<>(entities.tags.values()));
        switch (random.nextInt(7)) {
            case 0 -> {
                say(name + ".title = " + word);
                article.retitle(word);
                text.title = word;
            }
            case 1 -> {
                String author = random.nextInt(3) == 0 ? null : any(world.writers);
                flushed(session); // nothing is heard from an entity that is new until then
                say(name + ".author = " + author);
                article.writtenBy(author == null ? null : entities.author(author));
                text.author = author;
            }
            case 2 -> {
                String author = any(world.writers);
                if (author != null) {
                    flushed(session);
                    say(author + ".articles += " + name);
                    if (!entities.author(author).articles().contains(article)) {
                        entities.author(author).articles().add(article);
                    }
                    text.author = author;
                }
            }
            case 3 -> {
                say(name + ".tags += " + tag.name());
                article.tags().add(tag);
                text.tags.add(tag.name());
            }
            case 4 -> {
                say(name + ".tags -= " + tag.name());
                article.tags().remove(tag);
                text.tags.remove(tag.name());
            }
            case 5 -> {
                say(name + ".keywords += " + word);
                article.keywords().add(word);
                text.keywords.add(word);
            }
            default -> {
                say(name + ".keywords = none");
                article.keywords().clear();
                text.keywords.clear();
            }
        }
    }

    /** EclipseLink hears nothing from collections of entities that are new. */
    private void flushed(Session session) {
        session.flush();
        removed = false;
    }

    final void changeCart(Session session) {
        String name = any(world.carts);
        if (name == null) {
            return;
        }
        Basket basket = entities.basket(name);
        World.Cart cart = world.cart(name);
        String word = word();
        int place = random.nextInt(entities.products.size());
        switch (random.nextInt(6)) {
            case 0 -> {
                say(name + ".owner = " + word);
                basket.give(word);
                cart.owner = word;
            }
            case 1 -> {
                say(name + ".limit = " + word);
                basket.limitTo(new Money("1.00", word));
                cart.limit = word;
            }
            case 2 -> {
                if (cart.items.containsKey(place)) {
                    say(name + ".items[" + place + "] counts");
                    Item item = basket.items().stream()
                            .filter(one -> one.product()
                                    .id()
                                    .equals(entities.products.get(place).id()))
                            .findFirst()
                            .orElseThrow();
                    int quantity = random.nextInt(100);
                    item.count(quantity);
                    cart.items.put(place, quantity);
                    return;
                }
                if (removed) {
                    flushed(session);
                }
                say(name + ".items += " + place);
                basket.put(
                        session.get(
                                        dev.athanor.orm.market.Product.class,
                                        entities.products.get(place).id())
                                .orElseThrow(),
                        1);
                cart.items.put(place, 1);
            }
            case 3 -> {
                if (cart.items.containsKey(place)) {
                    flushed(session); // EclipseLink's shared cache gets a null of what comes and goes in one flush
                    say(name + ".items -= " + place);
                    basket.items().removeIf(item -> item.product()
                            .id()
                            .equals(entities.products.get(place).id()));
                    cart.items.remove(place);
                    removed = true;
                }
            }
            case 4 -> {
                int at = random.nextInt(cart.notes.size() + 1);
                say(name + ".notes add " + word + " at " + at);
                basket.notes().add(at, word);
                cart.notes.add(at, word);
            }
            default -> {
                if (!cart.notes.isEmpty()) {
                    int at = random.nextInt(cart.notes.size());
                    say(name + ".notes remove " + at);
                    basket.notes().remove(at);
                    cart.notes.remove(at);
                }
            }
        }
    }

    final void changeHall() {
        String name = Objects.requireNonNull(any(world.halls));
        World.Hall hall = world.hall(name);
        String word = word();
        String key = "k" + random.nextInt(3);
        switch (random.nextInt(4)) {
            case 0 -> {
                say(name + ".titles[" + key + "] = " + word);
                entities.gallery(name).titles().put(key, word);
                hall.titles.put(key, word);
            }
            case 1 -> {
                say(name + ".titles -= " + key);
                entities.gallery(name).titles().remove(key);
                hall.titles.remove(key);
            }
            case 2 -> {
                say(name + ".sites += " + word);
                entities.gallery(name).sites().add(new Address("street", word));
                hall.sites.add(word);
            }
            default -> {
                if (!hall.sites.isEmpty()) {
                    int at = random.nextInt(hall.sites.size());
                    say(name + ".sites remove " + at);
                    entities.gallery(name).sites().remove(at);
                    hall.sites.remove(at);
                }
            }
        }
    }

    final void changeChest() {
        String name = Objects.requireNonNull(any(world.chests));
        List<String> chest = world.chest(name);
        String word = word();
        say(name + ".names += " + word);
        entities.treasure(name).names.add(word);
        chest.add(word);
        assertThat(entities.treasure(name).names).hasSameSizeAs(chest);
    }
}
