// SPDX-License-Identifier: Apache-2.0
/** Money by double entry: accounts, and transfers that take from one what they give to another. */
@NullMarked
package dev.athanor.domain.ledger;

import org.jspecify.annotations.NullMarked;
