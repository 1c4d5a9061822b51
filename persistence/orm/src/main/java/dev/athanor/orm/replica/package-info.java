// SPDX-License-Identifier: Apache-2.0
/**
 * Reading from a replica what only reads: {@link dev.athanor.orm.replica.Replica}, and
 * {@link dev.athanor.orm.replica.ClientPosition} for clients that are to see what they wrote.
 */
@NullMarked
package dev.athanor.orm.replica;

import org.jspecify.annotations.NullMarked;
