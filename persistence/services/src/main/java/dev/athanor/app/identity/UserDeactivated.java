// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

/**
 * A user is one no more. Observers are told in the transaction that deletes the user, so that what they do belongs to
 * it.
 *
 * @param user the key
 */
public record UserDeactivated(long user) {}
