// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import static dev.athanor.sql.Sql.select;

import dev.athanor.benchmarks.woven.Account;
import dev.athanor.benchmarks.woven.QAccount;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Reading 10,000 entities, changing each tenth, and committing. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class WritingBenchmark {
    static final Comparison COMPARISON = new Comparison(
            WritingBenchmark.class,
            "Reading 10,000 entities, changing 1,000, and committing",
            3,
            List.of(
                    new Comparison.Subject("jdbc", "JDBC by hand, one batch"),
                    new Comparison.Subject("athanor", "Athanor"),
                    new Comparison.Subject("eclipseLink", "EclipseLink"),
                    new Comparison.Subject("hibernate", "Hibernate")));

    private static final QAccount A = QAccount.as("a");

    @Benchmark
    public long jdbc(Stores.Jdbc jdbc) throws SQLException {
        long changed = 0;
        String update = "update accounts set balance = ?, version = ? where id = ? and version = ?";
        try (PreparedStatement statement = jdbc.connection.prepareStatement(
                        "select a.id, a.owner, a.balance, a.version from accounts as a");
                ResultSet row = statement.executeQuery();
                PreparedStatement batch = jdbc.connection.prepareStatement(update)) {
            while (row.next()) {
                long id = row.getLong(1);
                if (id % 10 == 0) {
                    batch.setLong(1, row.getLong(3) + 1);
                    batch.setInt(2, row.getInt(4) + 1);
                    batch.setLong(3, id);
                    batch.setInt(4, row.getInt(4));
                    batch.addBatch();
                    changed++;
                }
            }
            batch.executeBatch();
        }
        jdbc.connection.commit();
        return changed;
    }

    private static int change(List<Account> accounts) {
        accounts.stream().filter(account -> account.id % 10 == 0).forEach(account -> account.deposit(1));
        return accounts.size();
    }

    @Benchmark
    public int athanor(Stores.Woven woven) {
        return woven.sessions.transactionResult(session -> change(session.list(select(A))));
    }

    private static <E> List<E> all(EntityManager entities, Class<E> type) {
        return entities.createQuery("select a from Account a", type).getResultList();
    }

    @Benchmark
    public int eclipseLink(Stores.Woven woven) {
        return woven.transaction(entities -> change(all(entities, Account.class)));
    }

    @Benchmark
    public int hibernate(Stores.Hibernate hibernate) {
        return hibernate.transaction(entities -> {
            List<dev.athanor.benchmarks.plain.Account> accounts =
                    all(entities, dev.athanor.benchmarks.plain.Account.class);
            accounts.stream().filter(account -> account.id % 10 == 0).forEach(account -> account.deposit(1));
            return accounts.size();
        });
    }
}
