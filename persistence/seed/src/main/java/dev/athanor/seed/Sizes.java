// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

/**
 * How much of what there is to be; what depends on these, as comments do on articles, grows with them.
 *
 * @param users with profiles, who follow each other
 * @param articles with tags, comments and favourites
 * @param products with their stock
 * @param orders with items, payments and papers
 * @param employees beside their managers and some contractors
 * @param students with their enrolments
 * @param transfers between accounts
 */
record Sizes(int users, int articles, int products, int orders, int employees, int students, int transfers) {
    static final Sizes SMALL = new Sizes(50, 200, 60, 120, 60, 80, 300);

    Sizes {
        if (users < 3 || articles < 0 || products < 5 || orders < 0 || employees < 0 || students < 0 || transfers < 0) {
            throw new SeedFailure("There are to be 3 users and 5 products at least, and no less than nothing else.");
        }
    }

    /** So many times as much. */
    Sizes times(int factor) {
        return new Sizes(
                scaled(users, factor),
                scaled(articles, factor),
                scaled(products, factor),
                scaled(orders, factor),
                scaled(employees, factor),
                scaled(students, factor),
                scaled(transfers, factor));
    }

    private static int scaled(int size, int factor) {
        try {
            return Math.multiplyExact(size, factor);
        } catch (ArithmeticException e) {
            throw new SeedFailure("A scale of " + factor + " is more than can be counted.", e);
        }
    }
}
