// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

/** How something is paid. */
public sealed interface Means {
    /**
     * By a card.
     *
     * @param lastDigits the last four of its number
     */
    record Card(String lastDigits) implements Means {}

    /**
     * From an account of a bank.
     *
     * @param iban its number
     */
    record Bank(String iban) implements Means {}
}
