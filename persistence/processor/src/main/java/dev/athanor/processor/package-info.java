// SPDX-License-Identifier: Apache-2.0
/** Generates typed tables from JPA entities: reading, naming, writing. */
@NullMarked
package dev.athanor.processor;

import org.jspecify.annotations.NullMarked;
