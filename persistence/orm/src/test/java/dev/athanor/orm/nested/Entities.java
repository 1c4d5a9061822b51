// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.nested;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.market.Basket;
import dev.athanor.orm.market.Item;
import dev.athanor.orm.market.Product;
import dev.athanor.orm.press.Address;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.press.Gallery;
import dev.athanor.orm.press.Tag;
import dev.athanor.orm.press.Treasure;
import jakarta.persistence.PersistenceUnitUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entities of a random program by their names, and how they are compared with what they have to be. */
final class Entities {
    private static final Map<Class<?>, List<String>> RELATIONS = Map.of(
            Author.class, List.of("mentor", "pupils", "articles"),
            Article.class, List.of("author", "tags", "keywords"),
            Basket.class, List.of("items", "notes"),
            Gallery.class, List.of("titles", "sites"));

    final Map<String, Object> all = new HashMap<>();
    final List<Product> products = new ArrayList<>();
    final Map<String, Tag> tags = new HashMap<>();

    /** The shared cache does not learn of sides of relations that nobody has loaded. */
    boolean bothSides = true;

    Author author(String name) {
        return (Author) get(name);
    }

    Article article(String name) {
        return (Article) get(name);
    }

    Basket basket(String name) {
        return (Basket) get(name);
    }

    Gallery gallery(String name) {
        return (Gallery) get(name);
    }

    Treasure treasure(String name) {
        return (Treasure) get(name);
    }

    Object get(String name) {
        return java.util.Objects.requireNonNull(all.get(name), name);
    }

    static Object key(Object entity) {
        if (entity instanceof Author author) {
            return author.id();
        }
        if (entity instanceof Article article) {
            return article.id();
        }
        if (entity instanceof Basket basket) {
            return basket.id();
        }
        return entity instanceof Gallery gallery ? gallery.id() : ((Treasure) entity).id;
    }

    /** The same entities as another session has them. */
    Entities as(BiFunction<Class<?>, Object, @Nullable Object> finder) {
        return as(finder, all.keySet());
    }

    /** Those of some names as another session has them. */
    Entities as(BiFunction<Class<?>, Object, @Nullable Object> finder, Set<String> names) {
        Entities others = new Entities();
        names.forEach(name -> {
            Object entity = get(name);
            Object key = key(entity);
            Object other = key == null ? null : finder.apply(entity.getClass(), key);
            if (other != null) {
                others.all.put(name, other);
            }
        });
        others.products.addAll(products);
        others.tags.putAll(tags);
        return others;
    }

    /** The same ones, whatever becomes of these. */
    Entities copy() {
        Entities copy = new Entities();
        copy.all.putAll(all);
        copy.products.addAll(products);
        copy.tags.putAll(tags);
        return copy;
    }

    /** What is in memory of an entity, without a look at what would have to be read first. */
    void checkLoaded(World world, String name, PersistenceUnitUtil unit) {
        Object entity = get(name);
        if (RELATIONS.getOrDefault(entity.getClass(), List.of()).stream().allMatch(one -> unit.isLoaded(entity, one))) {
            check(world, name);
        } else if (world.writers.containsKey(name)) {
            checkValues(world.writer(name), name);
        } else if (world.texts.containsKey(name)) {
            assertThat(article(name).title()).as("%s.title", name).isEqualTo(world.text(name).title);
        } else if (world.carts.containsKey(name)) {
            checkValues(world.cart(name), name);
        }
    }

    private @Nullable String name(@Nullable Object entity) {
        if (entity == null) {
            return null;
        }
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() == entity)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("unknown " + entity);
    }

    void check(World world, String name) {
        if (world.writers.containsKey(name)) {
            checkWriter(world, name);
        } else if (world.texts.containsKey(name)) {
            check(world.text(name), name);
        } else if (world.carts.containsKey(name)) {
            check(world.cart(name), name);
        } else if (world.halls.containsKey(name)) {
            World.Hall hall = world.hall(name);
            assertThat(gallery(name).titles()).as("%s.titles", name).isEqualTo(hall.titles);
            assertThat(gallery(name).sites())
                    .extracting(Address::city)
                    .as("%s.sites", name)
                    .isEqualTo(hall.sites);
        } else {
            assertThat(treasure(name).names).as("%s.names", name).isEqualTo(world.chest(name));
        }
    }

    private void checkValues(World.Writer writer, String name) {
        Author author = author(name);
        assertThat(author.name()).as("%s.name", name).isEqualTo(writer.name);
        Address home = author.home();
        assertThat(home == null ? null : home.city()).as("%s.city", name).isEqualTo(writer.city);
    }

    private void checkWriter(World world, String name) {
        World.Writer writer = world.writer(name);
        Author author = author(name);
        checkValues(writer, name);
        assertThat(name(author.mentor())).as("%s.mentor", name).isEqualTo(writer.mentor);
        if (bothSides) {
            checkOtherSides(world, name, author);
        }
    }

    private void checkOtherSides(World world, String name, Author author) {
        assertThat(author.pupils().stream().map(this::name).sorted().toList())
                .as("%s.pupils", name)
                .isEqualTo(world.writers.entrySet().stream()
                        .filter(entry -> name.equals(entry.getValue().mentor))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
        assertThat(author.articles().stream().map(this::name).sorted().toList())
                .as("%s.articles", name)
                .isEqualTo(world.texts.entrySet().stream()
                        .filter(entry -> name.equals(entry.getValue().author))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    private void check(World.Text text, String name) {
        Article article = article(name);
        assertThat(article.title()).as("%s.title", name).isEqualTo(text.title);
        assertThat(name(article.author())).as("%s.author", name).isEqualTo(text.author);
        assertThat(article.tags().stream().map(Tag::name).collect(Collectors.toSet()))
                .as("%s.tags", name)
                .isEqualTo(text.tags);
        assertThat(article.keywords()).as("%s.keywords", name).isEqualTo(text.keywords);
    }

    private void checkValues(World.Cart cart, String name) {
        Basket basket = basket(name);
        assertThat(basket.owner()).as("%s.owner", name).isEqualTo(cart.owner);
        assertThat(basket.limit() == null ? null : basket.limit().currency())
                .as("%s.limit", name)
                .isEqualTo(cart.limit);
    }

    private void check(World.Cart cart, String name) {
        Basket basket = basket(name);
        checkValues(cart, name);
        Map<Integer, Integer> items = new HashMap<>();
        for (Item item : basket.items()) {
            items.put(place(item.product()), item.quantity());
        }
        assertThat(items).as("%s.items", name).isEqualTo(cart.items);
        assertThat(basket.items()).as("%s.items", name).hasSize(cart.items.size());
        assertThat(List.copyOf(basket.notes())).as("%s.notes", name).isEqualTo(cart.notes);
    }

    private int place(Product product) {
        for (int i = 0; i < products.size(); i++) {
            if (products.get(i).id().equals(product.id())) {
                return i;
            }
        }
        return -1;
    }
}
