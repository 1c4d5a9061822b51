// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.ledger;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Windows.orderBy;

import dev.athanor.domain.ledger.QAccount;
import dev.athanor.domain.ledger.QEntry;
import dev.athanor.domain.ledger.QTransfer;
import dev.athanor.sql.Derived;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import java.math.BigDecimal;

/** What is asked about the ledger as a whole, as statements, which whoever has a session may run. Thread-safe. */
final class AccountStatements {
    private static final QAccount A = QAccount.as("a");
    private static final QTransfer T = QTransfer.as("t");
    private static final QEntry E = QEntry.as("e");

    private AccountStatements() {}

    /** The entries of an account, the latest first; the balances are added up before any limit. */
    static Select<StatementLine> of(long account) {
        NumberExpr<BigDecimal> balance = sum(E.amount).over(orderBy(E.id.asc())).as("balance");
        Derived lines = select(E.id, T.requestKey, T.bookedAt, T.reference, E.amount, balance)
                .from(E)
                .join(E.transfer, T)
                .where(E.account.id.eq(account))
                .asTable("lines");
        return select(
                        StatementLine.class,
                        lines.get(T.requestKey),
                        lines.get(T.bookedAt),
                        lines.get(T.reference),
                        lines.get(E.amount),
                        lines.get(balance))
                .from(lines)
                .orderBy(lines.get(E.id).desc());
    }

    static Select<CurrencyTotal> totals() {
        return select(CurrencyTotal.class, A.currency, count(), sum(A.balance))
                .from(A)
                .groupBy(A.currency)
                .orderBy(A.currency.asc());
    }

    static Select<Discrepancy> discrepancies() {
        NumberExpr<BigDecimal> booked = coalesce(sum(E.amount), inline(BigDecimal.ZERO));
        return select(Discrepancy.class, A.id, A.balance, booked)
                .from(A)
                .leftJoin(E, E.account.id.eq(A.id))
                .groupBy(A.id)
                .having(A.balance.ne(booked))
                .orderBy(A.id.asc());
    }
}
