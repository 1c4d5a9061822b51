// SPDX-License-Identifier: Apache-2.0
/**
 * Rules of transactions: how isolated they are, whether they may write, and what is tried again. Annotations for the
 * beans of a server, and the same as values for {@link dev.athanor.orm.SessionFactory} and
 * {@link dev.athanor.orm.Session}.
 */
@NullMarked
package dev.athanor.orm.transaction;

import org.jspecify.annotations.NullMarked;
