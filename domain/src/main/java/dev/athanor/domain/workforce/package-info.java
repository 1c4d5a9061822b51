// SPDX-License-Identifier: Apache-2.0
/** Who works here: people of all kinds, their departments, and whom they report to. */
@NullMarked
package dev.athanor.domain.workforce;

import org.jspecify.annotations.NullMarked;
