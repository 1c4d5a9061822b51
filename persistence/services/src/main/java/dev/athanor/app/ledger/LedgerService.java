// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.forNoKeyUpdate;
import static dev.athanor.sql.Sql.select;

import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Texts;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.domain.ledger.Account;
import dev.athanor.domain.ledger.QAccount;
import dev.athanor.domain.ledger.QEntry;
import dev.athanor.domain.ledger.QTransfer;
import dev.athanor.domain.ledger.Transfer;
import dev.athanor.orm.ReadOption;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.sql.Condition;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@link Ledger} by a session. A transfer locks the rows of its two accounts, always that of the smaller key first: so
 * transfers of the same account wait for each other, and none waits for one that waits for it. A serializable
 * transaction would be as right, but of many transfers at once from one account all but one would be done in vain, and
 * again; here which rows matter is known from the beginning. The level is said because the lock needs it: a transaction
 * that keeps to an older snapshot may not lock what has changed since.
 */
@ApplicationScoped
@Transactional
class LedgerService implements Ledger {
    private static final Violation KEY_USED = new Violation("key", "was used for another transfer", Reason.KEY_REUSED);

    private static final UniqueConstraints UNIQUE =
            new UniqueConstraints(Map.of("transfer_request_key_unique", KEY_USED));

    private final QAccount a = QAccount.as("a");
    private final QTransfer t = QTransfer.as("t");
    private final QEntry e = QEntry.as("e");

    @Inject
    private Session session;

    @Inject
    private InputRules rules;

    @Override
    public LedgerAccount open(Opening opening) {
        return open(opening, null);
    }

    @Override
    public LedgerAccount open(long owner, Opening opening) {
        new Violations(rules.violations(opening))
                .when(opening.overdraft(), "overdraft", "is for the house to allow")
                .refuse();
        return open(opening, owner);
    }

    private LedgerAccount open(Opening opening, @Nullable Long owner) {
        Optional<Currency> currency = currency(opening.currency());
        new Violations(rules.violations(opening))
                .when(currency.isEmpty() && !isBlank(opening.currency()), "currency", "is not a currency")
                .refuse();
        Account account = new Account(opening.name(), currency.orElseThrow(), opening.overdraft(), owner);
        session.add(account);
        session.flush();
        return view(account);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .findFirst();
    }

    @Override
    public Optional<LedgerAccount> account(long id) {
        return session.get(Account.class, id).map(LedgerService::view);
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public Receipt transfer(TransferRequest request) {
        Map<Long, Account> locked = locked(request.from(), request.to());
        Optional<Account> from = Optional.ofNullable(locked.get(request.from()));
        Optional<Account> to = Optional.ofNullable(locked.get(request.to()));
        check(request, from.isPresent(), to.isPresent());
        return transferred(request.key())
                .map(earlier -> same(earlier, request))
                .orElseGet(() -> book(request, from.orElseThrow(), to.orElseThrow()));
    }

    private void check(TransferRequest request, boolean isFromThere, boolean isToThere) {
        boolean isSame = request.from() == request.to();
        new Violations(rules.violations(request))
                .when(!isFromThere, "from", Texts.UNKNOWN)
                .when(isSame, "to", "is the account that it is taken from")
                .when(!isSame && !isToThere, "to", Texts.UNKNOWN)
                .refuse();
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public Receipt transfer(long user, TransferRequest request) {
        if (!session.exists(select(a).where(a.id.eq(request.from()), a.ownerId.eq(user)))) {
            check(request, false, session.exists(select(a).where(a.id.eq(request.to()))));
        }
        return transfer(request);
    }

    /** In the order of their keys; with what is on them now, whatever the session knew. */
    // region locked
    private Map<Long, Account> locked(long from, long to) {
        return session
                .list(select(a)
                        .where(a.id.in(from, to))
                        .orderBy(a.id.asc())
                        .lock(forNoKeyUpdate())
                        .options(ReadOption.POPULATE_EXISTING))
                .stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }
    // endregion

    private static Receipt same(Receipt earlier, TransferRequest request) {
        if (!earlier.answers(request)) {
            throw new InvalidInput(List.of(KEY_USED));
        }
        return earlier;
    }

    private Receipt book(TransferRequest request, Account from, Account to) {
        new Violations()
                .when(!from.currency().equals(to.currency()), "to", "is in another currency", Reason.OTHER_CURRENCY)
                .when(isFiner(request, from.currency()), "amount", "has more decimals than the currency")
                .when(
                        !from.canTake(request.amount().negate()) || !to.canTake(request.amount()),
                        "amount",
                        "is more than an account can have")
                .when(
                        !from.covers(request.amount()),
                        "amount",
                        "is more than there is on the account",
                        Reason.INSUFFICIENT_FUNDS)
                .refuse();
        Transfer transfer = Transfer.book(request.key(), from, to, request.amount(), request.reference());
        try {
            session.add(transfer);
            session.flush();
        } catch (SqlException failure) {
            throw UNIQUE.violated(failure)
                    .<RuntimeException>map(InvalidInput::new)
                    .orElse(failure);
        }
        return receipt(transfer);
    }

    private static boolean isFiner(TransferRequest request, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return digits >= 0 && request.amount().stripTrailingZeros().scale() > digits;
    }

    @Override
    public Optional<Receipt> transferred(UUID key) {
        return session.oneOrNone(select(t)
                        .where(t.requestKey.eq(key))
                        .options(selectin(t.entries).then(selectin(e.account))))
                .map(LedgerService::receipt);
    }

    @Override
    @ReadOnly
    public List<StatementLine> statement(long account, int most) {
        return statement(account, most, a.id.eq(account));
    }

    @Override
    @ReadOnly
    public List<StatementLine> statement(long user, long account, int most) {
        return statement(account, most, a.id.eq(account).and(a.ownerId.eq(user)));
    }

    private List<StatementLine> statement(long account, int most, Condition isThere) {
        if (!session.exists(select(a).where(isThere))) {
            throw new NotFound("account");
        }
        return session.list(AccountStatements.of(account).limit(most));
    }

    @Override
    @ReadOnly
    public List<CurrencyTotal> totals() {
        return session.list(AccountStatements.totals());
    }

    @Override
    @ReadOnly
    public List<Discrepancy> discrepancies() {
        return session.list(AccountStatements.discrepancies());
    }

    private static LedgerAccount view(Account account) {
        return new LedgerAccount(
                account.id(), account.name(), account.currency(), account.overdraft(), account.balance());
    }

    private static Receipt receipt(Transfer transfer) {
        return new Receipt(
                transfer.requestKey(),
                transfer.from().id(),
                transfer.to().id(),
                transfer.amount(),
                transfer.from().currency(),
                transfer.reference(),
                transfer.bookedAt(),
                transfer.bookedBy());
    }
}
