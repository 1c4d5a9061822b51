// SPDX-License-Identifier: Apache-2.0
/**
 * What tables the entities of a persistence unit are kept in. {@link dev.athanor.orm.mapping.UnitTables} is where to
 * start.
 */
@NullMarked
package dev.athanor.orm.mapping;

import org.jspecify.annotations.NullMarked;
