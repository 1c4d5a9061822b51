// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Functions.nullif;
import static dev.athanor.sql.Sql.excluded;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.Insert;
import dev.athanor.sql.Returning;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.exercises.Company.Bookings;
import dev.athanor.sql.exercises.Company.Offers;
import dev.athanor.sql.exercises.Company.Pages;
import dev.athanor.sql.exercises.Company.Products;
import dev.athanor.sql.exercises.Company.Subscribers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that are added, or changed where they are there already. */
class UpsertExercisesTest extends CompanyExercises {
    private final Products p = new Products("p");
    private final Offers o = new Offers("o");
    private final Pages page = new Pages("page");
    private final Subscribers s = new Subscribers("s");
    private final Bookings b = new Bookings("b");

    record Product(long id, String name, int price) {}

    @Test
    void productsAreAddedOrReplacedAndGivenBack() {
        List<Product> delivered = List.of(new Product(2, "blue ink", 8), new Product(9, "ruler", 5));
        Returning<Product> statement = insert(p)
                .rows(delivered, (row, product) -> row.set(p.id, product.id())
                        .set(p.name, product.name())
                        .set(p.price, product.price()))
                .onConflict(p.id)
                .doUpdate(row -> row.set(p.name, excluded(p.name)).set(p.price, excluded(p.price)))
                .returning(Product.class, p.id, p.name, p.price);

        assertThat(queries.list(statement)).containsExactlyElementsOf(delivered);
        assertThat(queries.list(select(Product.class, p.id, p.name, p.price).orderBy(p.id.asc())))
                .containsExactly(
                        new Product(1, "pen", 2),
                        new Product(2, "blue ink", 8),
                        new Product(3, "paper", 4),
                        new Product(4, "glue", 3),
                        new Product(9, "ruler", 5));
    }

    @Test
    void offersForWhatIsNotYetAProductBecomeProducts() {
        Insert statement = insert(p)
                .from(select(o.productId, o.name, o.price), p.id, p.name, p.price)
                .onConflict(p.id)
                .doNothing();

        assertThat(queries.execute(statement)).isEqualTo(1);
        assertThat(queries.list(selectValue(p.name).orderBy(p.id.asc())))
                .containsExactly("pen", "ink", "paper", "glue", "tape");
    }

    record Views(String path, int views) {}

    @Test
    void viewsAreCountedWhereverTheyBegin() {
        Insert oneView = insert(page)
                .set(page.path, "/new")
                .set(page.views, 1)
                .set(page.version, 1)
                .onConflict(page.path)
                .doUpdate(row -> row.set(page.views, page.views.plus(excluded(page.views))));

        queries.execute(oneView);
        queries.execute(oneView);
        queries.execute(oneView);

        assertThat(queries.list(select(Views.class, page.path, page.views).orderBy(page.path.asc())))
                .containsExactly(new Views("/", 10), new Views("/about", 1), new Views("/new", 3));
    }

    @Test
    void onlyANewerVersionReplacesAPage() {
        Insert statement = insert(page)
                .row(row -> row.set(page.path, "/").set(page.views, 77).set(page.version, 2))
                .row(row -> row.set(page.path, "/about").set(page.views, 88).set(page.version, 2))
                .onConflict(page.path)
                .doUpdate(
                        row -> row.set(page.views, excluded(page.views)).set(page.version, excluded(page.version)),
                        excluded(page.version).gt(page.version));

        assertThat(queries.list(statement.returningValue(page.path))).containsExactly("/about");
        assertThat(queries.list(select(Views.class, page.path, page.views).orderBy(page.path.asc())))
                .containsExactly(new Views("/", 10), new Views("/about", 88));
    }

    record Subscriber(String email, String name) {}

    @Test
    void anAddressIsTheSameInAnyCase() {
        // what is in conflict is an expression, as the unique index has it; an empty name changes nothing
        Insert statement = insert(s)
                .row(row -> row.set(s.email, "ADA@example.org").set(s.name, ""))
                .row(row -> row.set(s.email, "bob@example.org").set(s.name, "Bob"))
                .onConflict(s.email.lower())
                .doUpdate(row -> row.set(s.email, excluded(s.email))
                        .set(s.name, coalesce(nullif(excluded(s.name), inline("")), s.name)));
        queries.execute(statement);

        assertThat(queries.list(select(Subscriber.class, s.email, s.name).orderBy(s.email.asc())))
                .containsExactly(new Subscriber("ADA@example.org", "Ada"), new Subscriber("bob@example.org", "Bob"));
    }

    record Booking(String desk, String guest, boolean cancelled) {}

    @Test
    void aDeskIsFreeAgainOnceItsBookingIsCancelled() {
        // the unique index holds only what is not cancelled, and so says the conflict
        Insert statement = insert(b)
                .rows(List.of("north", "south"), (row, desk) -> row.set(b.desk, desk)
                        .set(b.guest, "Eve"))
                .onConflict(b.desk)
                .indexWhere(b.cancelled.not())
                .doNothing();

        assertThat(queries.list(statement.returningValue(b.desk))).containsExactly("north");
        assertThat(queries.list(
                        select(Booking.class, b.desk, b.guest, b.cancelled).orderBy(b.id.asc())))
                .containsExactly(
                        new Booking("north", "Ada", true),
                        new Booking("south", "Bob", false),
                        new Booking("north", "Eve", false));
    }

    @Test
    void withoutSayingWhatToDoAConflictIsAnError() {
        Insert statement = insert(b).set(b.desk, "south").set(b.guest, "Eve");

        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() -> queries.execute(statement))
                .withMessageContaining("duplicate key");
        assertThat(queries.execute(statement.onConflict().doNothing())).isZero();
    }
}
