// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.commerce.Catalogue;
import dev.athanor.app.commerce.DeliveryAddress;
import dev.athanor.app.commerce.NewOrder;
import dev.athanor.app.commerce.NewProduct;
import dev.athanor.app.commerce.Orders;
import dev.athanor.app.commerce.ProductDetails;
import dev.athanor.app.commerce.Reorders;
import dev.athanor.app.commerce.Reorders.ReorderView;
import dev.athanor.app.identity.Accounts;
import dev.athanor.app.identity.Profiles;
import dev.athanor.app.identity.Registration;
import dev.athanor.app.publishing.Authoring;
import dev.athanor.app.publishing.NewArticle;
import dev.athanor.app.publishing.Notifications;
import dev.athanor.app.publishing.Notifications.NotificationView;
import dev.athanor.app.publishing.Notifications.Told;
import dev.athanor.app.publishing.Slice;
import dev.athanor.it.Addresses;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What follows from what was committed, soon and once: notifications of articles, and reorders of products. */
class EventsIT extends InContainer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Slice ALL = new Slice(0, 100);

    @Inject
    private Accounts accounts;

    @Inject
    private Profiles profiles;

    @Inject
    private Authoring authoring;

    @Inject
    private Notifications notifications;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Orders orders;

    @Inject
    private Reorders reorders;

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource beside;

    /** No other test's. */
    private final String unique = UUID.randomUUID().toString();

    private final String kettle = unique.substring(0, 8).toUpperCase(Locale.ROOT) + "-KETTLE";

    private long user(String name) {
        return accounts.register(
                        new Registration(name + "-" + unique, name + "-" + unique + "@example.org", "correct horse"),
                        Addresses.random())
                .id();
    }

    private long follower(String name, String of) {
        long follower = user(name);
        profiles.follow(follower, of + "-" + unique);
        return follower;
    }

    private static NewArticle article(String title) {
        return new NewArticle(title, "About it", "All of it", List.of());
    }

    private List<String> titles(long reader) {
        return notifications.list(reader, ALL).notifications().stream()
                .map(NotificationView::title)
                .toList();
    }

    /** As often as it takes; the events are delivered by another thread. */
    private static <T> void awaited(Callable<T> now, T wanted) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!now.call().equals(wanted) && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(now.call()).isEqualTo(wanted);
    }

    private long pending(String key) throws SQLException {
        return Rows.number(beside, "select count(*) from athanor_outbox where event_key = ?", key);
    }

    @Test
    void whoFollowsIsToldOfWhatIsPublishedAndNobodyElseIs() throws Exception {
        long ada = user("ada");
        long bob = follower("bob", "ada");
        long eve = user("eve");

        authoring.draft(ada, article("A draft"));
        authoring.publish(ada, article("Looms"));
        String later = authoring.draft(ada, article("Later")).summary().slug();
        authoring.publish(ada, later);
        authoring.publish(ada, later);

        awaited(() -> titles(bob), List.of("Later", "Looms"));
        Told told = notifications.list(bob, ALL);
        assertThat(told.unread()).isEqualTo(2);
        assertThat(told.notifications())
                .extracting(one -> one.author().username())
                .containsOnly("ada-" + unique);
        assertThat(titles(eve)).isEmpty();
        assertThat(titles(ada)).isEmpty();

        assertThat(notifications.read(bob)).isEqualTo(2);
        assertThat(notifications.list(bob, ALL).unread()).isZero();
        authoring.archive(ada, later);
        assertThat(titles(bob)).containsExactly("Looms");
    }

    @Test
    void whatIsDeliveredTwiceIsToldOnce() throws Exception {
        long ada = user("ada");
        long bob = follower("bob", "ada");
        String slug = authoring.publish(ada, article("Looms")).summary().slug();
        awaited(() -> titles(bob), List.of("Looms"));
        long article = Rows.number(beside, "select id from publishing.articles where slug = ?", slug);

        String again = "{\"article\": " + article + ", \"author\": " + ada + "}";
        tell("author-" + ada, "article-published", again);
        authoring.publish(ada, article("Wool"));

        awaited(() -> titles(bob), List.of("Wool", "Looms"));
        awaited(() -> pending("author-" + ada), 0L);
        assertThat(titles(bob)).containsExactly("Wool", "Looms");
    }

    private void tell(String key, String type, String payload) throws SQLException {
        Rows.change(
                beside,
                "insert into athanor_outbox (event_key, type, payload) values (?, ?, ?::jsonb)",
                key,
                type,
                payload);
    }

    @Test
    void aHandlerThatFailsIsCalledAgainAndLeavesNothingTwice() throws Exception {
        long ada = user("ada");
        long bob = follower("bob", "ada");
        String tries = "tries_" + unique.replace("-", "");
        Rows.change(beside, "create sequence publishing." + tries);
        Rows.change(
                beside,
                "create function publishing." + tries + "() returns trigger language plpgsql as $$ begin"
                        + " if nextval('publishing." + tries + "') = 1 then raise exception 'on purpose'; end if;"
                        + " return new; end $$");
        Rows.change(
                beside,
                "create trigger " + tries
                        + " after insert on publishing.notifications for each row when (new.reader_id = " + bob
                        + ") execute function publishing." + tries + "()");
        try {
            authoring.publish(ada, article("Looms"));

            awaited(() -> titles(bob), List.of("Looms"));
            assertThat(Rows.number(beside, "select last_value from publishing." + tries))
                    .isEqualTo(2);
        } finally {
            Rows.change(beside, "drop function publishing." + tries + "() cascade");
            Rows.change(beside, "drop sequence publishing." + tries);
        }
    }

    private void stock(int quantity, int reorderAt) {
        catalogue.add(new NewProduct(
                kettle,
                "Kettle",
                "HOUSEHOLD",
                "NEW",
                new BigDecimal("10.00"),
                BigDecimal.ONE,
                quantity,
                reorderAt,
                ProductDetails.NONE));
    }

    private long order(long customer, int quantity) {
        DeliveryAddress home = new DeliveryAddress("Ada", "Main Street 1", "10000", "Prague");
        return orders.place(new NewOrder(customer, home, List.of(new NewOrder.Line(kettle, quantity)), false))
                .order()
                .id();
    }

    private List<Integer> wanted() {
        return reorders.open().stream()
                .filter(one -> one.sku().equals(kettle))
                .map(ReorderView::quantity)
                .toList();
    }

    @Test
    void ofWhatAnOrderLeavesLittleOfMoreIsAskedForOnceUntilItIsThere() throws Exception {
        long ada = user("ada");
        stock(10, 4);

        long enough = order(ada, 3);
        awaited(() -> pending("order-" + enough), 0L);
        assertThat(wanted()).isEmpty();

        order(ada, 4);
        awaited(this::wanted, List.of(10));
        long more = order(ada, 1);
        awaited(() -> pending("order-" + more), 0L);
        assertThat(wanted()).as("some is on its way").containsExactly(10);

        catalogue.restock(kettle, 10);
        assertThat(wanted()).isEmpty();
        order(ada, 9);
        awaited(this::wanted, List.of(10));
    }

    @Test
    void anOrderThatIsRefusedTellsNothing() throws Exception {
        stock(1, 1);
        long before = Rows.number(beside, "select count(*) from commerce.orders");

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> order(1, 2));

        assertThat(Rows.number(beside, "select count(*) from commerce.orders")).isEqualTo(before);
        assertThat(Rows.number(
                        beside,
                        "select count(*) from athanor_outbox where type = 'order-placed'"
                                + " and (payload ->> 'order')::bigint not in (select id from commerce.orders)"))
                .isZero();
        assertThat(wanted()).isEmpty();
    }
}
