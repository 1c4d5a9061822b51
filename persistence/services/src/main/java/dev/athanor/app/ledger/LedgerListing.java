// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import static dev.athanor.sql.Sql.exists;
import static dev.athanor.sql.Sql.select;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.View;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewShape;
import dev.athanor.domain.ledger.Account;
import dev.athanor.domain.ledger.Entry;
import dev.athanor.domain.ledger.QAccount;
import dev.athanor.domain.ledger.QEntry;
import dev.athanor.domain.ledger.QTransfer;
import dev.athanor.domain.ledger.Transfer;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.sql.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts and transfers, for those whose they are: of accounts of others nothing but their numbers is shown. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class) // nothing to undo, and nothing for the log of the server
@ReadOnly
public class LedgerListing {
    private final QAccount a = QAccount.as("a");
    private final QAccount party = QAccount.as("party");
    private final QTransfer t = QTransfer.as("t");
    private final QEntry e = QEntry.as("e");

    private final View<Account> accounts = View.of(a, "id", a.id, Account::id)
            .attribute("name", a.name, Account::name)
            .attribute("currency", a.currency, account -> account.currency().getCurrencyCode())
            .attribute("overdraft", a.overdraft, Account::overdraft)
            .attribute("balance", a.balance, Account::balance)
            .attribute("openedAt", a.openedAt, Account::openedAt)
            .version(Account::version)
            .made();

    private final View<Account> parties =
            View.of(party, "id", party.id, Account::id).made();

    private final View<Entry> entries = View.of(e, "amount", e.amount, Entry::amount)
            .link("account", e.account, Entry::account, () -> parties)
            .made();

    private final View<Transfer> transfers = View.of(t, "key", t.requestKey, Transfer::requestKey)
            .attribute("bookedAt", t.bookedAt, Transfer::bookedAt)
            .attribute("reference", t.reference, Transfer::reference)
            .gathered("amount", t.amount(), Transfer::amount, List.of(), List.of(t.entries))
            .link("entries", t.entries, Transfer::entries, () -> entries)
            .made();

    @Inject
    private Session session;

    /** What is told of an account. */
    public ViewShape accountShape() {
        return accounts;
    }

    /** What is told of a transfer. */
    public ViewShape transferShape() {
        return transfers;
    }

    /** A page of a user's accounts; of all, if no user is given. */
    public ViewPage accounts(Optional<Long> owner, ViewRequest request) {
        return accounts.query(request).page(session, of(owner));
    }

    /** The account of this key, if it is the user's. */
    public Optional<ViewDocument> account(Optional<Long> owner, long id, ViewRequest request) {
        return accounts.query(request).one(session, a.id, id, of(owner));
    }

    private Condition[] of(Optional<Long> owner) {
        return owner.map(a.ownerId::eq).stream().toArray(Condition[]::new);
    }

    /** A page of the transfers from and to a user's accounts; of all, if no user is given. */
    public ViewPage transfers(Optional<Long> owner, ViewRequest request) {
        return transfers.query(request).page(session, touching(owner));
    }

    /** The transfer of this key, if it is from or to an account of the user's. */
    public Optional<ViewDocument> transfer(Optional<Long> owner, UUID key, ViewRequest request) {
        return transfers.query(request).one(session, t.requestKey, key, touching(owner));
    }

    private Condition[] touching(Optional<Long> owner) {
        QEntry own = QEntry.as("own");
        QAccount of = QAccount.as("of");
        return owner
                .map(user -> exists(select(own.id)
                        .from(own)
                        .join(own.account, of)
                        .where(own.transfer.id.eq(t.id), of.ownerId.eq(user))))
                .stream()
                .toArray(Condition[]::new);
    }
}
