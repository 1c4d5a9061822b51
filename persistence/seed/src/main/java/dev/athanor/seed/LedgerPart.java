// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.domain.ledger.Account;
import dev.athanor.domain.ledger.QAccount;
import dev.athanor.domain.ledger.QEntry;
import dev.athanor.domain.ledger.QTransfer;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.seed.Bookings.Booking;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts of users and of the bank, and transfers between them, of which each is covered when it is booked. */
final class LedgerPart implements Part {
    private record Balance(long id, @Nullable Long owner, String name, BigDecimal amount, Instant opened) {}

    private record Side(long id, long transfer, long account, BigDecimal amount) {}

    private static final QAccount A = QAccount.table();
    private static final QTransfer T = QTransfer.table();
    private static final QEntry E = QEntry.table();

    private static final RowMapping<Balance> ACCOUNTS = RowMapping.of(Balance.class, A)
            .set(A.id, Balance::id)
            .set(A.ownerId, Balance::owner)
            .set(A.name, Balance::name)
            .set(A.currency, account -> Currency.getInstance("EUR"))
            .set(A.overdraft, account -> account.id() == Bookings.BANK)
            .set(A.balance, Balance::amount)
            .set(A.openedAt, Balance::opened)
            .set(A.version, account -> 1);

    private static final RowMapping<Side> ENTRIES = RowMapping.of(Side.class, E)
            .set(E.id, Side::id)
            .set(E.transfer.id, Side::transfer)
            .set(E.account.id, Side::account)
            .set(E.amount, Side::amount);

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public void write(Writing writing) {
        int transfers = writing.sizes().transfers();
        Bookings all = new Bookings(writing);
        long[] balances = all.balances();
        writing.rows(ACCOUNTS, all.accounts(), id -> account(writing, all, id, balances[(int) id]));
        Bookings first = new Bookings(writing);
        writing.rows(transfers(writing), transfers, first::next);
        Bookings again = new Bookings(writing);
        writing.several(ENTRIES, transfers, number -> sides(again.next(number)));
        writing.keysAfter("ledger.account", all.accounts());
        writing.keysAfter("ledger.transfer", transfers);
        writing.keysAfter("ledger.entry", 2L * transfers);
    }

    private static Balance account(Writing writing, Bookings all, long id, long cents) {
        @Nullable Long owner = id == Bookings.BANK ? null : owner(writing, id);
        String name = owner == null ? "Bank" : IdentityPart.fullName(writing, owner);
        return new Balance(id, owner, name, amount(cents), all.begin());
    }

    /** The users in their order, the ones with names of their own first; and again, if there are more accounts. */
    private static long owner(Writing writing, long id) {
        return 1 + (id - Bookings.BANK - 1) % writing.sizes().users();
    }

    private static BigDecimal amount(long cents) {
        return BigDecimal.valueOf(cents, 2).setScale(Account.SCALE);
    }

    private static RowMapping<Booking> transfers(Writing writing) {
        return RowMapping.of(Booking.class, T)
                .set(T.id, Booking::number)
                .set(T.requestKey, booking -> writing.draw("request", booking.number())
                        .uuid())
                .set(T.reference, Booking::reference)
                .set(T.bookedAt, Booking::when)
                .set(T.bookedBy, booking -> "editor");
    }

    /** What one is taken from, and what it is given to. */
    private static Stream<Side> sides(Booking booking) {
        long last = 2 * booking.number();
        return Stream.of(
                new Side(last - 1, booking.number(), booking.from(), amount(-booking.cents())),
                new Side(last, booking.number(), booking.to(), amount(booking.cents())));
    }
}
