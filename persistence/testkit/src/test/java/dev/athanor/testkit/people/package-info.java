// SPDX-License-Identifier: Apache-2.0
/** Entities and tables written by hand as they are generated, with hybrids that are right and hybrids that are not. */
@NullMarked
package dev.athanor.testkit.people;

import org.jspecify.annotations.NullMarked;
