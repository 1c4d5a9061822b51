// SPDX-License-Identifier: Apache-2.0
/** Registration and accounts. Other contexts talk to {@link dev.athanor.app.identity.Accounts}. */
@NullMarked
package dev.athanor.app.identity;

import org.jspecify.annotations.NullMarked;
