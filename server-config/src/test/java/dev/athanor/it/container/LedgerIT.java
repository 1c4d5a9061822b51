// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Violation;
import dev.athanor.app.ledger.CurrencyTotal;
import dev.athanor.app.ledger.Ledger;
import dev.athanor.app.ledger.LedgerAccount;
import dev.athanor.app.ledger.Opening;
import dev.athanor.app.ledger.Receipt;
import dev.athanor.app.ledger.StatementLine;
import dev.athanor.app.ledger.TransferRequest;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What one client at a time sees of the ledger. */
class LedgerIT extends InContainer {
    @Inject
    private Ledger ledger;

    @Resource(lookup = "jdbc/athanor-migration")
    private DataSource beside;

    @Test
    void whatIsTakenFromOneIsGivenToTheOther() {
        LedgerAccount bank = open(true);
        LedgerAccount ada = open(false);

        Receipt receipt =
                ledger.transfer(new TransferRequest(UUID.randomUUID(), bank.id(), ada.id(), euros("12.50"), "pay"));

        assertThat(receipt.amount()).isEqualByComparingTo("12.50");
        assertThat(balance(bank)).isEqualByComparingTo("-12.50");
        assertThat(balance(ada)).isEqualByComparingTo("12.50");
        assertThat(ledger.transferred(receipt.key())).contains(receipt);
    }

    @Test
    void askedForTwiceItIsTransferredOnce() {
        LedgerAccount bank = open(true);
        LedgerAccount ada = open(false);
        TransferRequest request = new TransferRequest(UUID.randomUUID(), bank.id(), ada.id(), euros("5"), "pay");

        Receipt first = ledger.transfer(request);
        Receipt again = ledger.transfer(request);

        assertThat(again).isEqualTo(first);
        assertThat(balance(ada)).isEqualByComparingTo("5");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        ledger.transfer(new TransferRequest(request.key(), bank.id(), ada.id(), euros("6"), "pay")))
                .withMessage("key was used for another transfer");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        ledger.transfer(new TransferRequest(request.key(), bank.id(), ada.id(), euros("5"), "rent")))
                .withMessage("key was used for another transfer");
        LedgerAccount otherBank = open(true);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ledger.transfer(
                        new TransferRequest(request.key(), otherBank.id(), ada.id(), euros("5"), "pay")))
                .withMessage("key was used for another transfer");
        LedgerAccount other = open(false);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        ledger.transfer(new TransferRequest(request.key(), bank.id(), other.id(), euros("5"), "pay")))
                .withMessage("key was used for another transfer");
    }

    @Test
    void noMoreIsTakenThanThereIs() {
        LedgerAccount ada = open(false);
        LedgerAccount bob = open(false);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ledger.transfer(
                        new TransferRequest(UUID.randomUUID(), ada.id(), bob.id(), euros("0.01"), "too much")))
                .withMessage("amount is more than there is on the account");
        assertThat(ledger.statement(bob.id(), 10)).isEmpty();
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        LedgerAccount ada = open(false);
        LedgerAccount yen = ledger.open(new Opening("yen", "JPY", true));

        assertThat(violations(new TransferRequest(UUID.randomUUID(), ada.id(), ada.id(), euros("-1"), "a\nb")))
                .containsExactly(
                        new Violation("amount", "must be positive"),
                        new Violation("reference", "must not contain control characters"),
                        new Violation("to", "is the account that it is taken from"));
        assertThat(violations(new TransferRequest(UUID.randomUUID(), -1, -2, euros("1"), "nobody")))
                .containsExactly(new Violation("from", "does not exist"), new Violation("to", "does not exist"));
        assertThat(violations(new TransferRequest(UUID.randomUUID(), -1, -2, euros("0"), "nobody")))
                .containsExactly(
                        new Violation("amount", "must be positive"),
                        new Violation("from", "does not exist"),
                        new Violation("to", "does not exist"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        ledger.transfer(7, new TransferRequest(UUID.randomUUID(), ada.id(), -2, euros("0"), "theft")))
                .withMessage("amount must be positive; from does not exist; to does not exist");
        assertThat(violations(new TransferRequest(UUID.randomUUID(), ada.id(), yen.id(), euros("0.001"), "mixed")))
                .containsExactly(
                        new Violation("to", "is in another currency", Reason.OTHER_CURRENCY),
                        new Violation("amount", "has more decimals than the currency"),
                        new Violation("amount", "is more than there is on the account", Reason.INSUFFICIENT_FUNDS));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> ledger.open(new Opening(" ", "EURO", false)))
                .withMessage("name can't be blank; currency is not a currency");
    }

    @Test
    void aStatementHasTheBalanceAfterEachEntry() {
        LedgerAccount bank = open(true);
        LedgerAccount ada = open(false);
        for (String amount : List.of("10", "20", "30")) {
            ledger.transfer(new TransferRequest(UUID.randomUUID(), bank.id(), ada.id(), euros(amount), amount));
        }
        ledger.transfer(new TransferRequest(UUID.randomUUID(), ada.id(), bank.id(), euros("15"), "back"));

        assertThat(ledger.statement(ada.id(), 3))
                .extracting(StatementLine::reference, line -> line.balance().intValueExact())
                .containsExactly(tuple("back", 45), tuple("30", 60), tuple("20", 30));
    }

    @Test
    void aStatementIsForTheOwnerOfTheAccount() {
        long owner = new Random().nextLong(1_000_000, Long.MAX_VALUE);
        LedgerAccount own = ledger.open(owner, new Opening("own", "EUR", false));
        LedgerAccount house = open(true);
        ledger.transfer(new TransferRequest(UUID.randomUUID(), house.id(), own.id(), euros("10"), "pay"));

        assertThat(ledger.statement(owner, own.id(), 3))
                .isEqualTo(ledger.statement(own.id(), 3))
                .hasSize(1);
        for (ThrowingCallable asked : List.<ThrowingCallable>of(
                () -> ledger.statement(owner + 1, own.id(), 3),
                () -> ledger.statement(owner, house.id(), 3),
                () -> ledger.statement(-1, 3))) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(asked).withMessage("account not found");
        }
    }

    @Test
    void noAccountHasMoreThanCanBeKept() {
        LedgerAccount bank = open(true);
        LedgerAccount ada = open(false);
        BigDecimal most = new BigDecimal("999999999999999.99");
        ledger.transfer(new TransferRequest(UUID.randomUUID(), bank.id(), ada.id(), most, "all there is"));

        assertThat(violations(new TransferRequest(UUID.randomUUID(), open(true).id(), ada.id(), euros("1"), "more")))
                .containsExactly(new Violation("amount", "is more than an account can have"));
        assertThat(violations(new TransferRequest(
                        UUID.randomUUID(), bank.id(), open(false).id(), euros("1"), "debt")))
                .containsExactly(new Violation("amount", "is more than an account can have"));
        ledger.transfer(new TransferRequest(UUID.randomUUID(), ada.id(), bank.id(), most, "back"));
        assertThat(balance(ada)).isEqualByComparingTo("0");
    }

    @Test
    void allBalancesAddUpToZero() {
        whatIsTakenFromOneIsGivenToTheOther();

        assertThat(ledger.totals())
                .isNotEmpty()
                .extracting(CurrencyTotal::balance)
                .allMatch(sum -> sum.signum() == 0);
        assertThat(ledger.discrepancies()).isEmpty();
    }

    /** Whoever writes by other means than the ledger. */
    @Test
    void theDatabaseItselfRefusesHalfATransferAndDebts() throws SQLException {
        LedgerAccount ada = open(false);
        long transfers = Rows.number(beside, "select count(*) from ledger.transfer");

        assertThatThrownBy(() -> Rows.change(
                        beside,
                        "with t as (insert into ledger.transfer (request_key, reference, booked_at)"
                                + " values (gen_random_uuid(), 'half', now()) returning id)"
                                + " insert into ledger.entry (transfer_id, account_id, amount) select id, ?, 1 from t",
                        ada.id()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("do not add up to zero");
        assertThatThrownBy(() -> Rows.change(beside, "update ledger.account set balance = -1 where id = ?", ada.id()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("account_covered");

        assertThat(Rows.number(beside, "select count(*) from ledger.transfer")).isEqualTo(transfers);
    }

    private List<Violation> violations(TransferRequest request) {
        try {
            ledger.transfer(request);
            return List.of();
        } catch (InvalidInput refused) {
            return refused.violations();
        }
    }

    private LedgerAccount open(boolean overdraft) {
        return ledger.open(new Opening("account", "EUR", overdraft));
    }

    private BigDecimal balance(LedgerAccount account) {
        return ledger.account(account.id()).orElseThrow().balance();
    }

    private static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }
}
