// SPDX-License-Identifier: Apache-2.0
/** What several packages use. */
@NullMarked
package dev.athanor.orm.internal;

import org.jspecify.annotations.NullMarked;
