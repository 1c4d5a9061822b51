// SPDX-License-Identifier: Apache-2.0
/** What docs/adopt.md tells a team to do, done in an empty folder. */
@NullMarked
package dev.athanor.it.adopt;

import org.jspecify.annotations.NullMarked;
