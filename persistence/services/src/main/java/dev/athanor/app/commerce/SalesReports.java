// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sold, without what was taken back. Days are those of UTC. */
public interface SalesReports {

    /** By months and kinds, with a line for each month, and one for all. */
    List<KindSales> byMonthAndKind(LocalDate from, LocalDate until);

    /** The products of each kind that brought most. */
    List<BestSeller> bestSellers(int ofEachKind);

    /** Day by day: with the sum since the first, and that of the last seven. */
    List<DaySales> byDay(LocalDate from, LocalDate until);

    /**
     * What was sold of a kind in a month.
     *
     * @param month its first day; null in the line for all months
     * @param kind null in a line for all kinds
     * @param pieces how many
     * @param revenue what they brought
     */
    record KindSales(@Nullable LocalDate month, @Nullable String kind, long pieces, BigDecimal revenue) {}

    /**
     * What was sold of a product.
     *
     * @param kind what it is for
     * @param place among those of its kind, from 1
     * @param name what it is called
     * @param pieces how many
     * @param revenue what they brought
     */
    record BestSeller(String kind, long place, String name, long pieces, BigDecimal revenue) {}

    /**
     * What was sold on a day.
     *
     * @param day the day
     * @param revenue what it brought
     * @param running what it and those before it brought
     * @param weekly what it and the six days before it brought, if something was sold on them
     */
    record DaySales(LocalDate day, BigDecimal revenue, BigDecimal running, BigDecimal weekly) {}
}
