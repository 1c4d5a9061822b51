// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import dev.athanor.sql.BooleanColumn;
import dev.athanor.sql.ForeignKey;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.Path;
import dev.athanor.sql.Table;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import dev.athanor.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** Tables of a small shop, and what is in them. */
final class Shop {
    private Shop() {}

    static final class Customers extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn name = text("name");
        final TextColumn city = text("city");
        final TemporalColumn<LocalDate> born = date("born");
        final Path<Orders> orders = referredBy(order -> order.customer);

        Customers(String alias) {
            super("customers", alias);
        }
    }

    static final class Products extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn name = text("name");
        final TextColumn category = text("category");
        final NumberColumn<BigDecimal> price = numeric("price");

        Products(String alias) {
            super("products", alias);
        }
    }

    static final class PriceBands extends Table {
        final TextColumn name = key(text("name"));
        final NumberColumn<BigDecimal> least = numeric("least");
        final NumberColumn<BigDecimal> below = numeric("below");

        PriceBands(String alias) {
            super("price_bands", alias);
        }
    }

    static final class Orders extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final NumberColumn<Long> customerId = bigint("customer_id");
        final TemporalColumn<LocalDate> placed = date("placed");
        final BooleanColumn shipped = bool("shipped");
        final ForeignKey<Customers> customer = foreignKey(customerId).references(customer -> customer.id);
        final Path<Lines> lines = referredBy(line -> line.order);

        Orders(String alias) {
            super("orders", alias);
        }
    }

    static final class Lines extends Table {
        final NumberColumn<Long> orderId = key(bigint("order_id"));
        final NumberColumn<Long> productId = key(bigint("product_id"));
        final NumberColumn<Integer> quantity = integer("quantity");
        final ForeignKey<Orders> order = foreignKey(orderId).references(order -> order.id);
        final ForeignKey<Products> product = foreignKey(productId).references(product -> product.id);

        Lines(String alias) {
            super("order_lines", alias);
        }
    }

    static final class Staff extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn name = text("name");
        final TextColumn department = text("department");
        final NumberColumn<Integer> salary = integer("salary");
        final NumberColumn<Long> managerId = bigint("manager_id");
        final ForeignKey<Staff> manager = foreignKey(managerId).references(manager -> manager.id);

        Staff(String alias) {
            super("staff", alias);
        }
    }

    static final class Takings extends Table {
        final TemporalColumn<LocalDate> day = key(date("day"));
        final NumberColumn<Integer> amount = integer("amount");

        Takings(String alias) {
            super("takings", alias);
        }
    }

    static final class Visits extends Table {
        final TextColumn visitor = key(text("visitor"));
        final TemporalColumn<LocalDateTime> at = key(timestamp("at"));
        final TextColumn page = text("page");

        Visits(String alias) {
            super("visits", alias);
        }
    }

    static final class Bookings extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn room = text("room");
        final TextColumn guest = text("guest");
        final TemporalColumn<LocalDate> arrival = date("arrival");
        final TemporalColumn<LocalDate> departure = date("departure");

        Bookings(String alias) {
            super("bookings", alias);
        }
    }

    static final class NightShifts extends Table {
        final TextColumn guard = text("guard");
        final TemporalColumn<OffsetDateTime> began = key(timestamptz("began"));
        final TemporalColumn<OffsetDateTime> ended = timestamptz("ended");

        NightShifts(String alias) {
            super("night_shifts", alias);
        }
    }

    static void create(TestDatabase database) throws SQLException {
        database.execute("""
                create table customers (id bigint primary key, name text not null, city text, born date not null);
                insert into customers values
                  (1, 'Ada',  'Berlin', '1985-12-10'),
                  (2, 'Bob',  'Berlin', '1990-03-01'),
                  (3, 'Cleo', 'Paris',  '2000-02-29'),
                  (4, 'Dan',  null,     '1970-07-04');

                create table products (id bigint primary key, name text not null, category text not null,
                  price numeric(8, 2) not null);
                insert into products values
                  (1, 'Pen',   'office',  2.00),
                  (2, 'Book',  'office', 10.00),
                  (3, 'Lamp',  'home',   30.00),
                  (4, 'Chair', 'home',   90.00),
                  (5, 'Globe', 'home',   60.00);

                create table price_bands (name text primary key, least numeric(8, 2) not null, below numeric(8, 2));
                insert into price_bands values ('cheap', 0, 10), ('fair', 10, 50), ('dear', 50, null);

                create table orders (id bigint primary key, customer_id bigint references customers,
                  placed date not null, shipped boolean not null);
                insert into orders values
                  (1, 1,    '2024-01-05', true),
                  (2, 2,    '2024-01-20', true),
                  (3, 1,    '2024-02-03', true),
                  (4, 3,    '2024-02-10', false),
                  (5, 1,    '2024-04-15', true),
                  (6, null, '2024-04-20', false);

                create table order_lines (order_id bigint references orders, product_id bigint references products,
                  quantity int not null, primary key (order_id, product_id));
                insert into order_lines values
                  (1, 1, 10), -- Ada:  10 pens   for 20
                  (1, 2, 1),  --       a book    for 10
                  (2, 4, 1),  -- Bob:  a chair   for 90
                  (3, 3, 2),  -- Ada:  2 lamps   for 60
                  (4, 1, 5),  -- Cleo: 5 pens    for 10
                  (4, 3, 1),  --       a lamp    for 30
                  (5, 2, 3),  -- Ada:  3 books   for 30
                  (6, 1, 10); -- whom we do not know: 10 pens for 20

                create table staff (id bigint primary key, name text not null, department text not null,
                  salary int not null, manager_id bigint references staff);
                insert into staff values
                  (1, 'Grace',   'board', 9000, null),
                  (2, 'Linus',   'code',  6000, 1),
                  (3, 'Barbara', 'code',  6000, 1),
                  (4, 'Ken',     'code',  6500, 2),
                  (5, 'Dennis',  'code',  4000, 2),
                  (6, 'Frances', 'sales', 5000, 1),
                  (7, 'John',    'sales', 3000, 6);

                create table takings (day date primary key, amount int not null);
                insert into takings values
                  ('2024-03-01', 100), -- Friday
                  ('2024-03-02', 140),
                  ('2024-03-03', 60),
                  ('2024-03-05', 80),
                  ('2024-03-06', 120),
                  ('2024-03-10', 100); -- Sunday

                create table visits (visitor text, at timestamp, page text not null, primary key (visitor, at));
                insert into visits values
                  ('ada', '2024-03-01 09:00', 'home'),
                  ('ada', '2024-03-01 09:10', 'pens'),
                  ('ada', '2024-03-01 09:45', 'cart'),
                  ('ada', '2024-03-01 10:15', 'home'),
                  ('bob', '2024-03-01 09:05', 'home'),
                  ('bob', '2024-03-01 12:00', 'lamps');

                create table bookings (id bigint primary key, room text not null, guest text not null,
                  arrival date not null, departure date not null);
                insert into bookings values
                  (1, 'blue', 'Ada',  '2024-03-01', '2024-03-04'),
                  (2, 'blue', 'Bob',  '2024-03-03', '2024-03-06'),
                  (3, 'blue', 'Cleo', '2024-03-06', '2024-03-08'),
                  (4, 'red',  'Dan',  '2024-03-02', '2024-03-05');

                create table night_shifts (guard text not null, began timestamptz primary key,
                  ended timestamptz not null);
                insert into night_shifts values
                  ('Ida', '2024-01-10 22:00 Europe/Berlin', '2024-01-11 06:00 Europe/Berlin'),
                  ('Jon', '2024-03-30 22:00 Europe/Berlin', '2024-03-31 06:00 Europe/Berlin'),
                  ('Kim', '2024-10-26 22:00 Europe/Berlin', '2024-10-27 06:00 Europe/Berlin');
                """);
    }
}
