// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.EntityTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * That the hybrids of an entity mean the same in Java and in SQL: tried out on rows that are made for it. A value:
 * every step gives a new one. Immutable and thread-safe.
 *
 * <pre>{@code
 * HybridContract.of(QCustomer.table()).check(dataSource);
 * HybridContract.of(QCustomer.table()).rows(5_000).seed(42).with("isOlderThan", 30).check(dataSource);
 * }</pre>
 *
 * <p>Any PostgreSQL will do, with a schema or without: the tables are temporary, and all is rolled back. They are
 * filled with rows of values at which methods go wrong, of every attribute that the table has; half of the rows have
 * values of one type that are equal or almost so, among them those that the hybrids compare with. Attributes are null
 * unless JPA or {@code @NotNull} says that they cannot be. The rows are read again, entities are made of them, with
 * their relations, and each method is called on each; then the database is asked for the expressions, and the answers
 * are compared. The hybrids of embedded objects are among them; those of related entities have a contract of their own.
 *
 * <h2>When both agree</h2>
 *
 * <ul>
 *   <li>Decimals and whole numbers are the same by value: how many places a decimal has, its column decides.
 *       Floating-point numbers may differ in the last bit.
 *   <li>Points in time are the same whatever their offset; the database keeps none. An empty {@code Optional} is null.
 *   <li>A condition that is null in SQL is not false.
 *   <li>Where Java throws an exception, because of a null for instance, there is nothing to compare. The same where the
 *       database has no value of the range (22003, 22008) or nothing to divide by (22012), which {@link HybridResult}
 *       counts as refused: Java's whole numbers turn over there. And where Java's text ends within a character.
 *   <li>A text into which Java has written "null" may be null in SQL. It is counted, too.
 *   <li>A hybrid of which no row can be compared breaks the contract.
 * </ul>
 *
 * <h2>What the rows do not have</h2>
 *
 * <p>Relations are followed over two others unless {@link #depth} says more. Further on, a relation to one is null, and
 * a collection throws when it is read. Entities in a list come in no particular order. Relations to a class that is
 * abstract lead to subclasses that {@link #including} names.
 *
 * @param <E> the class of the entities
 */
public final class HybridContract<E> {
    private final EntityTable<E> table;
    private final Settings settings;

    private HybridContract(EntityTable<E> table, Settings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** The contract of the entities of a table: of 1,000 rows that are always the same on one day. */
    public static <E> HybridContract<E> of(EntityTable<E> table) {
        return new HybridContract<>(table, Settings.DEFAULT);
    }

    /** On so many rows. */
    public HybridContract<E> rows(int rows) {
        return with(settings.rows(Math.max(1, rows)));
    }

    /** On other rows: those of a seed are always the same, but for dates that depend on the day. */
    public HybridContract<E> seed(long seed) {
        return with(settings.seed(seed));
    }

    /** With relations followed over so many others. */
    public HybridContract<E> depth(int relations) {
        return with(settings.depth(relations));
    }

    /**
     * With these arguments of a hybrid, and no others but those that are said like this.
     *
     * @param hybrid its name, after the path of what is embedded, as in {@code address.isIn}
     */
    public HybridContract<E> with(String hybrid, @Nullable Object... arguments) {
        List<@Nullable Object> copy = Collections.unmodifiableList(Arrays.asList(arguments.clone()));
        return with(settings.call(hybrid, copy));
    }

    /**
     * With these values of an attribute among others.
     *
     * @param attribute its path, as in {@code address.city}; of a related entity, after the name of its class, as in
     *     {@code Order.status}
     */
    public HybridContract<E> values(String attribute, Object... values) {
        return with(settings.hint(attribute, hint -> hint.values(List.of(values), false)));
    }

    /** With these values of an attribute and no others, but for null. */
    public HybridContract<E> onlyValues(String attribute, Object... values) {
        return with(settings.hint(attribute, hint -> hint.values(List.of(values), true)));
    }

    /**
     * With objects of one's own made of these texts of JSON, where an attribute that is kept as JSON is such an object.
     */
    public HybridContract<E> json(String attribute, Function<String, ?> reading, String... texts) {
        return with(settings.hint(
                attribute, hint -> hint.reading(reading).values(List.of((Object[]) texts), texts.length > 0)));
    }

    /** Without an attribute: it is null in every row, or empty. */
    public HybridContract<E> without(String attribute) {
        return with(settings.hint(attribute, Settings.Hint::without));
    }

    /** With no texts that have characters which are two to Java, such as emoji: for hybrids that count characters. */
    public HybridContract<E> withoutSurrogates() {
        return with(settings.withoutSurrogates());
    }

    /** With entities of a subclass, where relations lead to its superclass. */
    public HybridContract<E> including(EntityTable<?> subclass) {
        return with(settings.including(subclass));
    }

    /**
     * Checks it.
     *
     * @return what was compared
     * @throws AssertionError if a hybrid differs, with the rows that show it
     * @throws ContractException if it cannot be checked
     */
    public HybridReport check(DataSource database) {
        HybridReport report = report(database);
        if (!report.isKept()) {
            throw new AssertionError(report.toString());
        }
        return report;
    }

    /** Checks it, and leaves it to the caller what to make of it. */
    public HybridReport report(DataSource database) {
        return new Check(table, settings).report(database);
    }

    private HybridContract<E> with(Settings changed) {
        return new HybridContract<>(table, changed);
    }
}
