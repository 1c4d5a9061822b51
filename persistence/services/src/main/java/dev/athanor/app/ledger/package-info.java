// SPDX-License-Identifier: Apache-2.0
/** Accounts and transfers between them. Other contexts talk to {@link dev.athanor.app.ledger.Ledger}. */
@NullMarked
package dev.athanor.app.ledger;

import org.jspecify.annotations.NullMarked;
