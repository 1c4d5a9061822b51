// SPDX-License-Identifier: Apache-2.0
/** How transactions are, and what is tried again. */
@NullMarked
package dev.athanor.orm.transaction;

import org.jspecify.annotations.NullMarked;
