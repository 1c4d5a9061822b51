// SPDX-License-Identifier: Apache-2.0
/** Entities as others write them, on tables as others name them. */
@NullMarked
package dev.athanor.orm.legacy;

import org.jspecify.annotations.NullMarked;
