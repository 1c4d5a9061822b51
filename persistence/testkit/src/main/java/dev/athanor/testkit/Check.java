// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.EntityTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;

/** One check of a contract, from the table to the report. For one use. */
final class Check {
    private final Settings settings;
    private final LocalDate today = LocalDate.now(ZoneId.systemDefault());
    private final EntityModels models;
    private final Domains domains;
    private final List<HybridMethod> hybrids;

    Check(EntityTable<?> table, Settings settings) {
        this.settings = settings;
        this.domains = new Domains(today, settings.surrogates());
        this.models = new EntityModels(table, settings);
        this.hybrids = HybridMethod.of(models.root().shape());
        if (!models.root().isConcrete()) {
            throw ContractException.hybrid(
                    models.root().toString(), "is abstract: check the table of a subclass, which has its hybrids, too");
        }
        if (hybrids.isEmpty()) {
            throw ContractException.hybrid(models.root().toString(), "has none: no method is marked with @Hybrid");
        }
        new Hints(settings, models, hybrids).check();
    }

    HybridReport report(DataSource database) {
        List<List<HybridCall>> calls = calls();
        Rows rows = rows(calls);
        try (Connection connection = database.getConnection()) {
            boolean commits = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                return report(connection, rows, calls);
            } finally {
                connection.rollback();
                connection.setAutoCommit(commits);
            }
        } catch (SQLException e) {
            throw new ContractException(
                    ContractError.DATABASE_REFUSED, "the database could not be used: " + e.getMessage(), e);
        }
    }

    /** Those of each hybrid. */
    private List<List<HybridCall>> calls() {
        Choices choices = new Choices(new Random(settings.seed()), Set.of(), today);
        HybridCalls made =
                new HybridCalls(settings, domains, choices, models.root().shape());
        List<List<HybridCall>> calls = new ArrayList<>();
        for (HybridMethod hybrid : hybrids) {
            List<HybridCall> some = made.of(hybrid);
            Reach reach = new Reach(models, hybrid);
            some.forEach(call -> reach.check(call.expression().get().node()));
            calls.add(some);
        }
        return calls;
    }

    private Rows rows(List<List<HybridCall>> calls) {
        Constants constants = new Constants();
        calls.forEach(some ->
                some.forEach(call -> constants.add(call.expression().get().node())));
        Choices choices = new Choices(new Random(settings.seed()), constants.found(), today);
        return new RowGenerator(models, new Values(models, domains, choices), settings.rows()).generate();
    }

    private HybridReport report(Connection connection, Rows rows, List<List<HybridCall>> calls) throws SQLException {
        new Loading(connection, models, rows).load();
        Reading reading = new Reading(connection, models.tables());
        Instances instances = new Instances(models, rows, reading).make();
        Comparison comparison = new Comparison(connection, reading, models, rows, instances);
        List<HybridResult> results = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            results.add(comparison.result(hybrids.get(i), calls.get(i)));
        }
        return new HybridReport(models.root().type(), rows.of(models.root()).size(), settings.seed(), today, results);
    }
}
