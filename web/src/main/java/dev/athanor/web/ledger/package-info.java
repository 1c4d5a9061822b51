// SPDX-License-Identifier: Apache-2.0
/** Accounts and transfers, for clients of {@code /api/v1}. */
@NullMarked
package dev.athanor.web.ledger;

import org.jspecify.annotations.NullMarked;
