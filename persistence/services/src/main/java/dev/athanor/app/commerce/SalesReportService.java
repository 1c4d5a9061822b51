// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Aggregates.rollup;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Windows.orderBy;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.rank;

import dev.athanor.domain.commerce.QOrder;
import dev.athanor.domain.commerce.QOrderItem;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.sql.Bound;
import dev.athanor.sql.Derived;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalExpr;
import dev.athanor.sql.TemporalField;
import dev.athanor.sql.TextExpr;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/** {@link SalesReports} by a session. */
@ApplicationScoped
@Transactional
@ReadOnly
class SalesReportService implements SalesReports {
    private static final QOrder O = QOrder.as("o");
    private static final QOrderItem I = QOrderItem.as("i");
    private static final QProduct P = QProduct.as("p");
    private static final TemporalExpr<LocalDate> DAY =
            O.placedAt.atZone(ZoneOffset.UTC).date();
    private static final NumberExpr<Long> PIECES = sum(I.quantity.asLong()).as("pieces");
    private static final NumberExpr<BigDecimal> REVENUE = sum(I.total()).as("revenue");

    @Inject
    private Session session;

    @Override
    public List<KindSales> byMonthAndKind(LocalDate from, LocalDate until) {
        TemporalExpr<LocalDate> month = DAY.truncate(TemporalField.MONTH).as("month");
        TextExpr kind = P.kind.cast(SqlTypes.TEXT).as("kind");
        return session.list(select(KindSales.class, month, kind, PIECES, REVENUE)
                .from(I)
                .join(I.order, O)
                .join(I.product, P)
                .where(O.isCancelled().not(), DAY.between(from, until))
                .groupBy(rollup(month, kind))
                .orderBy(month.asc().nullsLast(), kind.asc().nullsLast()));
    }

    @Override
    public List<BestSeller> bestSellers(int ofEachKind) {
        // region best
        TextExpr kind = P.kind.cast(SqlTypes.TEXT).as("kind");
        NumberExpr<Long> place =
                rank().over(partitionBy(P.kind).orderBy(sum(I.total()).desc())).as("place");
        Derived ranked = select(kind, place, P.name, PIECES, REVENUE)
                .from(I)
                .join(I.order, O)
                .join(I.product, P)
                .where(O.isCancelled().not())
                .groupBy(P.id)
                .asTable("ranked");
        return session.list(select(
                        BestSeller.class,
                        ranked.get(kind),
                        ranked.get(place),
                        ranked.get(P.name),
                        ranked.get(PIECES),
                        ranked.get(REVENUE))
                .from(ranked)
                .where(ranked.get(place).le((long) ofEachKind))
                .orderBy(
                        ranked.get(kind).asc(),
                        ranked.get(place).asc(),
                        ranked.get(P.name).asc()));
        // endregion
    }

    @Override
    public List<DaySales> byDay(LocalDate from, LocalDate until) {
        TemporalExpr<LocalDate> day = DAY.as("day");
        Derived days = select(day, REVENUE)
                .from(I)
                .join(I.order, O)
                .where(O.isCancelled().not(), DAY.between(from, until))
                .groupBy(day)
                .asTable("days");
        TemporalExpr<LocalDate> on = days.get(day);
        NumberExpr<BigDecimal> revenue = days.get(REVENUE);
        return session.list(select(
                        DaySales.class,
                        on,
                        revenue,
                        sum(revenue).over(orderBy(on.asc())),
                        sum(revenue)
                                .over(orderBy(on.asc()).range(Bound.preceding(Period.ofDays(6)), Bound.currentRow())))
                .from(days)
                .orderBy(on.asc()));
    }
}
