// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.shop.Order;
import dev.athanor.models.shop.QCardPayment;
import dev.athanor.models.shop.QOrder;
import dev.athanor.models.shop.QTransferPayment;
import dev.athanor.sql.Association;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Path;
import dev.athanor.sql.Related;
import dev.athanor.sql.Table;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows can be made for every entity of the models; what Java then sees of them is what the database has. */
@PostgresTest
class ModelRowsTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 5);

    @Test
    void javaSeesWhatTheDatabaseHas(TestDatabase database) throws IOException, SQLException {
        List<EntityTable<?>> tables = tables();
        assertThat(tables).hasSizeGreaterThan(40);
        int seen = 0;
        for (EntityTable<?> table : tables) {
            EntityModels models = new EntityModels(table, Settings.DEFAULT.depth(1));
            if (models.root().isConcrete()) {
                seen += seen(database, models);
            }
        }
        assertThat(seen).as("attributes that had values").isGreaterThan(800);
    }

    @Test
    void relationsLeadToSubclassesThatAreNamed(TestDatabase database) throws SQLException {
        EntityTable<Order> orders = QOrder.table();
        Settings settings = Settings.DEFAULT.depth(1);
        Settings told = settings.including(QCardPayment.table()).including(QTransferPayment.table());
        EntityModels models = new EntityModels(orders, told);

        assertThat(new EntityModels(orders, settings).root().unreached()).containsKey("payments");
        assertThat(models.root().routes()).containsKey("payments");
        assertThat(seen(database, models)).isPositive();
    }

    private static List<EntityTable<?>> tables() throws IOException {
        java.nio.file.Path classes = java.nio.file.Path.of("target/test-classes");
        try (Stream<java.nio.file.Path> files = Files.walk(classes.resolve("dev/athanor/models"))) {
            return files.map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.matches(".*/(film|school|shop)/Q\\w+\\.class"))
                    .map(file -> file.replace('/', '.').replace(".class", ""))
                    .sorted()
                    .map(ModelRowsTest::generated)
                    .filter(type ->
                            EntityTable.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                    .<EntityTable<?>>map(type -> (EntityTable<?>) as(type, "entity"))
                    .toList();
        }
    }

    private static Class<?> generated(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object as(Class<?> table, String alias) {
        try {
            Method as = table.getDeclaredMethod("as", String.class);
            as.setAccessible(true);
            return as.invoke(null, alias);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of how many attributes there were values, which were all the same. */
    private static int seen(TestDatabase database, EntityModels models) throws SQLException {
        Choices choices = new Choices(new Random(1), Set.of(), TODAY);
        Rows rows = new RowGenerator(models, new Values(models, new Domains(TODAY, true), choices), 80).generate();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            new Loading(connection, models, rows).load();
            Reading reading = new Reading(connection, models.tables());
            Instances instances = new Instances(models, rows, reading).make();
            int seen = 0;
            for (EntityModel model : models.concrete()) {
                seen += new Seen(model, rows, reading, instances).attributes();
            }
            connection.rollback();
            return seen;
        }
    }

    /** The attributes of a class. */
    private record Seen(EntityModel model, Rows rows, Reading reading, Instances instances) {
        int attributes() {
            List<Attribute.Basic> basics = model.shape().basics().toList();
            basics.forEach(basic -> compare(basic, basic.column().expression(), value -> value));
            model.routes().values().stream()
                    .filter(route -> !isGuarded(route))
                    .forEach(route -> compare(
                            route.relation(),
                            count(
                                    route.relation().association(),
                                    route.relation().target()),
                            Seen::size));
            model.values()
                    .values()
                    .forEach(values -> compare(
                            values.attribute(),
                            count(
                                    values.attribute().association(),
                                    values.attribute().table()),
                            Seen::size));
            return basics.size() + model.routes().size() + model.values().size();
        }

        /** A map whose keys are in no table. */
        private static boolean isGuarded(Route route) {
            return Map.class.isAssignableFrom(route.relation().property().javaType())
                    && Conversions.key(route).isEmpty();
        }

        @SuppressWarnings("unchecked") // the table is of the class that the association names
        private static Expr<?> count(Association<?, ?> association, Class<? extends Table> target) {
            return Related.count((Path<Table>) (Path<?>) association, (Table) as(target, "target"));
        }

        private static Object size(@Nullable Object value) {
            if (value instanceof Collection<?> collection) {
                return collection.size();
            }
            return value instanceof Map<?, ?> map ? map.size() : value == null ? 0 : 1;
        }

        private Map<Integer, List<@Nullable Object>> read(Expr<?> expression) {
            List<GeneratedRow> own = rows.of(model);
            try {
                return reading.between(
                        model.table(),
                        expression,
                        own.get(0).number(),
                        own.get(own.size() - 1).number());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void compare(
                Attribute attribute, Expr<?> expression, Function<@Nullable Object, @Nullable Object> shown) {
            Map<Integer, List<@Nullable Object>> read = read(expression);
            List<String> different = new ArrayList<>();
            for (GeneratedRow row : rows.of(model)) {
                Object sql = Objects.requireNonNull(read.get(row.number())).get(0);
                Optional<Object> holder = Instances.holder(model.shape(), instances.of(row), attribute);
                Object java = shown.apply(
                        holder.map(found -> attribute.property().get(found)).orElse(null));
                boolean absent = sql == null && attribute.property().javaType().isPrimitive();
                if (!absent && !Agreement.same(java, sql)) {
                    different.add(row.number() + ": " + Shown.value(java) + " and " + Shown.value(sql));
                }
            }
            assertThat(different).as("%s.%s", model, attribute.path()).isEmpty();
        }
    }
}
