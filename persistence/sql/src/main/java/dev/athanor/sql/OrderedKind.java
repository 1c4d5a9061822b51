// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

/**
 * A kind of expression whose values come before and after one another.
 *
 * @param <X> the kind
 */
public interface OrderedKind<X> extends Kind<X> {}
