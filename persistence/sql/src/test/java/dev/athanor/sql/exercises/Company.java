// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import dev.athanor.sql.ArrayColumn;
import dev.athanor.sql.BooleanColumn;
import dev.athanor.sql.ForeignKey;
import dev.athanor.sql.JsonColumn;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Table;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import dev.athanor.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;

/** Tables of a small company, and what is in them. */
final class Company {
    private Company() {}

    static final class Departments extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn name = text("name");

        Departments(String alias) {
            super("departments", alias);
        }
    }

    static final class Employees extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn name = text("name");
        final NumberColumn<Long> departmentId = bigint("department_id");
        final NumberColumn<Long> managerId = bigint("manager_id");
        final NumberColumn<Integer> salary = integer("salary");
        final NumberColumn<Integer> bonus = integer("bonus");
        final ForeignKey<Departments> department = foreignKey(departmentId).references(departments -> departments.id);
        final ForeignKey<Employees> manager = foreignKey(managerId).references(employees -> employees.id);

        Employees(String alias) {
            super("employees", alias);
        }
    }

    /** Those who left. */
    static final class Leavers extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn name = text("name");
        final TemporalColumn<LocalDate> left = date("left_on");

        Leavers(String alias) {
            super("leavers", alias);
        }
    }

    /** How many of a part a whole is made of. */
    static final class Components extends Table {
        final TextColumn whole = key(text("whole"));
        final TextColumn part = key(text("part"));
        final NumberColumn<Integer> quantity = integer("quantity");

        Components(String alias) {
            super("components", alias);
        }
    }

    /** Roads of one direction; the columns are named like keywords. */
    static final class Roads extends Table {
        final TextColumn from = key(text("from"));
        final TextColumn to = key(text("to"));
        final NumberColumn<Integer> km = integer("km");

        Roads(String alias) {
            super("roads", alias);
        }
    }

    static final class Products extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn name = text("name");
        final NumberColumn<Integer> price = integer("price");

        Products(String alias) {
            super("products", alias);
        }
    }

    /** The products as a supplier lists them. */
    static final class Offers extends Table {
        final NumberColumn<Long> productId = key(bigint("product_id"));
        final TextColumn name = text("name");
        final NumberColumn<Integer> price = integer("price");
        final ForeignKey<Products> product = foreignKey(productId).references(products -> products.id);

        Offers(String alias) {
            super("offers", alias);
        }
    }

    /** How often a page was seen, and in which version. */
    static final class Pages extends Table {
        final TextColumn path = key(text("path"));
        final NumberColumn<Integer> views = integer("views");
        final NumberColumn<Integer> version = integer("version");

        Pages(String alias) {
            super("pages", alias);
        }
    }

    /** Each address once, in whatever case: {@code unique (lower(email))}. */
    static final class Subscribers extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn email = text("email");
        final TextColumn name = text("name");

        Subscribers(String alias) {
            super("subscribers", alias);
        }
    }

    /** Each desk once, but for what was cancelled: {@code unique (desk) where not cancelled}. */
    static final class Bookings extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn desk = text("desk");
        final TextColumn guest = text("guest");
        final BooleanColumn cancelled = bool("cancelled");

        Bookings(String alias) {
            super("bookings", alias);
        }
    }

    static final class Accounts extends Table {
        final TextColumn owner = key(text("owner"));
        final NumberColumn<Integer> balance = integer("balance");

        Accounts(String alias) {
            super("accounts", alias);
        }
    }

    static final class Jobs extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final TextColumn title = text("title");
        final BooleanColumn done = bool("done");

        Jobs(String alias) {
            super("jobs", alias);
        }
    }

    /** What is known of a machine: labels as an array, anything else as JSON. */
    static final class Machines extends Table {
        final NumberColumn<Long> id = key(bigint("id"));
        final ArrayColumn<String> labels = array("labels", SqlTypes.TEXT);
        final JsonColumn<String> facts = jsonb("facts");

        Machines(String alias) {
            super("machines", alias);
        }
    }

    static void create(TestDatabase database) throws SQLException {
        database.execute("""
                create table departments (id bigint primary key, name text not null);
                insert into departments values (1, 'Engineering'), (2, 'Sales'), (3, 'Support'), (4, 'Legal');

                create table employees (id bigint primary key, name text not null,
                  department_id bigint references departments, manager_id bigint references employees,
                  salary int not null, bonus int);
                insert into employees values
                  (1, 'Ada',  1,    null, 9000, 900),
                  (2, 'Bob',  1,    1,    6000, null),
                  (3, 'Cleo', 1,    2,    4500, 0),
                  (4, 'Dan',  2,    1,    6000, 1200),
                  (5, 'Eve',  2,    4,    4000, 100),
                  (6, 'Finn', 3,    4,    3000, null),
                  (7, 'Gus',  null, 3,    2500, 50);
                create table leavers (id bigint primary key, name text not null, left_on date not null);

                create table components (whole text, part text, quantity int not null, primary key (whole, part));
                insert into components values
                  ('bicycle', 'frame', 1), ('bicycle', 'wheel', 2), ('bicycle', 'bolt', 6),
                  ('wheel', 'rim', 1), ('wheel', 'spoke', 32), ('wheel', 'hub', 1), ('hub', 'bolt', 2);

                create table roads ("from" text, "to" text, km int not null, primary key ("from", "to"));
                insert into roads values
                  ('A', 'B', 4), ('A', 'C', 1), ('C', 'B', 2), ('B', 'D', 5), ('C', 'D', 9), ('D', 'A', 3);

                create table products (id bigint primary key, name text not null, price int not null);
                insert into products values (1, 'pen', 2), (2, 'ink', 7), (3, 'paper', 4), (4, 'glue', 3);
                create table offers (product_id bigint primary key, name text not null, price int not null);
                insert into offers values (2, 'ink', 6), (3, 'paper', 4), (4, 'paste', 3), (5, 'tape', 1);

                create table pages (path text primary key, views int not null, version int not null);
                insert into pages values ('/', 10, 3), ('/about', 1, 1);

                create table subscribers (id bigint generated always as identity primary key,
                  email text not null, name text not null);
                create unique index on subscribers (lower(email));
                insert into subscribers (email, name) values ('Ada@example.org', 'Ada');

                create table bookings (id bigint generated always as identity primary key,
                  desk text not null, guest text not null, cancelled boolean not null default false);
                create unique index on bookings (desk) where not cancelled;
                insert into bookings (desk, guest, cancelled) values ('north', 'Ada', true), ('south', 'Bob', false);

                create table accounts (owner text primary key, balance int not null check (balance >= 0));
                insert into accounts values ('Ada', 100), ('Bob', 30), ('Cleo', 0);

                create table jobs (id bigint primary key, title text not null, done boolean not null default false);
                insert into jobs values (1, 'sweep'), (2, 'cook'), (3, 'sweep'), (4, 'paint'), (5, 'sweep');

                create table machines (id bigint primary key, labels text[] not null, facts jsonb not null);
                insert into machines values
                  (1, '{old,loud}', '{"name": "press", "site": {"hall": 1},
                     "checks": [{"on": "2026-01-05", "ok": true}, {"on": "2026-02-09", "ok": false}]}'),
                  (2, '{new}', '{"name": "drill", "site": {"hall": 2}, "checks": [{"on": "2026-03-01", "ok": true}]}'),
                  (3, '{old,small}', '{"name": "lathe", "site": {"hall": 1}, "sold": null}');
                """);
    }
}
