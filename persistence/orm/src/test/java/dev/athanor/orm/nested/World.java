// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the entities of a random program have to be: plain values, found by names. */
final class World {
    final Map<String, Writer> writers = new TreeMap<>();
    final Map<String, Text> texts = new TreeMap<>();
    final Map<String, Cart> carts = new TreeMap<>();
    final Map<String, Hall> halls = new TreeMap<>();
    final Map<String, List<String>> chests = new TreeMap<>();

    Writer writer(String name) {
        return Objects.requireNonNull(writers.get(name), name);
    }

    Text text(String name) {
        return Objects.requireNonNull(texts.get(name), name);
    }

    Cart cart(String name) {
        return Objects.requireNonNull(carts.get(name), name);
    }

    Hall hall(String name) {
        return Objects.requireNonNull(halls.get(name), name);
    }

    List<String> chest(String name) {
        return Objects.requireNonNull(chests.get(name), name);
    }

    /** An entity, and those to which it refers. */
    Set<String> withThoseOf(String name) {
        Set<String> all = new TreeSet<>(Set.of(name));
        Writer writer = writers.get(name);
        if (writer != null && writer.mentor != null) {
            all.add(writer.mentor);
        }
        Text text = texts.get(name);
        if (text != null && text.author != null) {
            all.add(text.author);
        }
        return all;
    }

    World copy() {
        World copy = new World();
        writers.forEach((name, writer) -> copy.writers.put(name, writer.copy()));
        texts.forEach((name, text) -> copy.texts.put(name, text.copy()));
        carts.forEach((name, cart) -> copy.carts.put(name, cart.copy()));
        halls.forEach((name, hall) -> copy.halls.put(name, hall.copy()));
        chests.forEach((name, chest) -> copy.chests.put(name, new ArrayList<>(chest)));
        return copy;
    }

    /** An author. */
    static final class Writer {
        String name = "";

        @Nullable
        String city;

        @Nullable
        String mentor;

        Writer copy() {
            Writer copy = new Writer();
            copy.name = name;
            copy.city = city;
            copy.mentor = mentor;
            return copy;
        }
    }

    /** An article. */
    static final class Text {
        String title = "";

        @Nullable
        String author;

        final Set<String> tags = new TreeSet<>();
        final Set<String> keywords = new TreeSet<>();

        Text copy() {
            Text copy = new Text();
            copy.title = title;
            copy.author = author;
            copy.tags.addAll(tags);
            copy.keywords.addAll(keywords);
            return copy;
        }
    }

    /** A basket. */
    static final class Cart {
        String owner = "";

        @Nullable
        String limit;

        final Map<Integer, Integer> items = new TreeMap<>();
        final List<String> notes = new ArrayList<>();

        Cart copy() {
            Cart copy = new Cart();
            copy.owner = owner;
            copy.limit = limit;
            copy.items.putAll(items);
            copy.notes.addAll(notes);
            return copy;
        }
    }

    /** A gallery. */
    static final class Hall {
        final Map<String, String> titles = new TreeMap<>();
        final List<String> sites = new ArrayList<>();

        Hall copy() {
            Hall copy = new Hall();
            copy.titles.putAll(titles);
            copy.sites.addAll(sites);
            return copy;
        }
    }
}
