// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.ledger.CurrencyTotal;
import dev.athanor.app.ledger.Ledger;
import dev.athanor.app.ledger.LedgerAccount;
import dev.athanor.app.ledger.Opening;
import dev.athanor.app.ledger.Receipt;
import dev.athanor.app.ledger.TransferRequest;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** 32 clients at once on few accounts, over the five connections of the test server's pool. */
class LedgerStormIT extends InContainer {
    private static final int CLIENTS = 32;
    private static final int TRANSFERS = 20;
    private static final int ACCOUNTS = 6;
    private static final BigDecimal START = new BigDecimal("100");

    /** Ends the connection that has worked longest, whatever it is doing. */
    private static final String KILL = "select count(pg_terminate_backend(pid)) from (select pid from pg_stat_activity"
            + " where application_name = 'athanor' and state <> 'idle' order by xact_start limit 1) as busy";

    @Inject
    private Ledger ledger;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource beside;

    /** What became of a transfer, as the client was told. */
    private record Told(UUID key, Optional<Receipt> receipt, boolean refused) {}

    @Test
    void everyTransferIsDoneOrRefused() throws Exception {
        List<LedgerAccount> accounts = accounts();

        List<Told> told = storm(accounts, new AtomicInteger());

        assertThat(told)
                .hasSize(CLIENTS * TRANSFERS)
                .allMatch(one -> one.refused() != one.receipt().isPresent());
        assertThat(told).anyMatch(Told::refused);
        check(accounts, told);
    }

    @Test
    void withConnectionsKilledEveryTransferIsDoneOrReportedAndNeverHalf() throws Exception {
        List<LedgerAccount> accounts = accounts();
        AtomicInteger finished = new AtomicInteger();
        AtomicInteger killed = new AtomicInteger();
        Thread killer = threads.newThread(() -> killAlong(finished, killed));
        killer.start();

        List<Told> told = storm(accounts, finished);
        killer.join();

        assertThat(killed.get()).isGreaterThan(10);
        assertThat(told)
                .as("reported")
                .anyMatch(one -> !one.refused() && one.receipt().isEmpty());
        check(accounts, told);
        askAgain(accounts, told);
    }

    /** Whoever was told of a failure asks by the key, and knows. */
    private void askAgain(List<LedgerAccount> accounts, List<Told> told) throws SQLException {
        for (Told one : told) {
            Optional<Receipt> known = ledger.transferred(one.key());
            if (one.receipt().isPresent()) {
                assertThat(known).isEqualTo(one.receipt());
            } else if (one.refused()) {
                assertThat(known).isEmpty();
            }
        }
        check(accounts, told);
    }

    @Test
    void ofManyThatAskUnderOneKeyAllHaveTheSameReceipt() throws Exception {
        List<LedgerAccount> accounts = accounts();
        TransferRequest request = new TransferRequest(
                UUID.randomUUID(), accounts.get(0).id(), accounts.get(1).id(), BigDecimal.ONE, "once");

        List<Receipt> receipts = Clients.atOnce(threads, 8, client -> () -> ledger.transfer(request));

        assertThat(Set.copyOf(receipts)).hasSize(1);
        assertThat(ledger.account(request.to()).orElseThrow().balance()).isEqualByComparingTo("101");
    }

    private List<Told> storm(List<LedgerAccount> accounts, AtomicInteger finished) throws Exception {
        return Clients.<List<Told>>atOnce(threads, CLIENTS, client -> () -> {
                    Random random = new Random(client);
                    List<Told> told = new ArrayList<>();
                    for (int i = 0; i < TRANSFERS; i++) {
                        told.add(transfer(request(accounts, random)));
                        finished.incrementAndGet();
                    }
                    return told;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static TransferRequest request(List<LedgerAccount> accounts, Random random) {
        int from = random.nextInt(ACCOUNTS);
        int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(60));
        UUID key = new UUID(random.nextLong(), UUID.randomUUID().getLeastSignificantBits());
        return new TransferRequest(
                key, accounts.get(from).id(), accounts.get(to).id(), amount, "storm");
    }

    private Told transfer(TransferRequest request) {
        try {
            return new Told(request.key(), Optional.of(ledger.transfer(request)), false);
        } catch (InvalidInput refused) {
            assertThat(refused).hasMessage("amount is more than there is on the account");
            return new Told(request.key(), Optional.empty(), true);
        } catch (RuntimeException reported) {
            return new Told(request.key(), Optional.empty(), false);
        }
    }

    /** One connection for every ten transfers. */
    private void killAlong(AtomicInteger finished, AtomicInteger killed) {
        try {
            for (int next = 10; next < CLIENTS * TRANSFERS; next += 10) {
                while (finished.get() < next) {
                    Thread.onSpinWait();
                }
                killed.addAndGet((int) Rows.number(beside, KILL));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<LedgerAccount> accounts() {
        LedgerAccount bank = ledger.open(new Opening("bank", "EUR", true));
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> ledger.open(new Opening("account " + i, "EUR", false)))
                .peek(account -> ledger.transfer(
                        new TransferRequest(UUID.randomUUID(), bank.id(), account.id(), START, "start")))
                .toList();
    }

    /** All that was told of is there, whole, and the money is what it was. */
    private void check(List<LedgerAccount> accounts, List<Told> told) throws SQLException {
        assertThat(ledger.totals()).extracting(CurrencyTotal::balance).allMatch(sum -> sum.signum() == 0);
        assertThat(ledger.discrepancies()).isEmpty();
        assertThat(accounts.stream()
                        .map(account ->
                                ledger.account(account.id()).orElseThrow().balance())
                        .peek(balance -> assertThat(balance).isNotNegative())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(START.multiply(BigDecimal.valueOf(ACCOUNTS)));
        assertThat(Rows.number(
                        beside,
                        "select count(*) from ledger.transfer t where 2 <>"
                                + " (select count(*) from ledger.entry e where e.transfer_id = t.id)"))
                .isZero();
        Stream<UUID> done = told.stream().flatMap(one -> one.receipt().stream()).map(Receipt::key);
        String keys = done.map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        assertThat(Rows.number(
                        beside, "select count(*) from ledger.transfer where request_key = any (?::uuid[])", keys))
                .isEqualTo(
                        told.stream().filter(one -> one.receipt().isPresent()).count());
    }
}
