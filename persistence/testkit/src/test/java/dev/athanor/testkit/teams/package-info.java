// SPDX-License-Identifier: Apache-2.0
/** Entities with relations, tables written by hand as they are generated, and mistakes about relations. */
@NullMarked
package dev.athanor.testkit.teams;

import org.jspecify.annotations.NullMarked;
