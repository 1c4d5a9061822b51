// SPDX-License-Identifier: Apache-2.0
/**
 * Writing many rows at once: by the fastest road that does what is asked. {@link dev.athanor.orm.bulk.Bulk} is where to
 * start; a {@link dev.athanor.orm.bulk.RowMapping} makes rows of what are no entities.
 */
@NullMarked
package dev.athanor.orm.bulk;

import org.jspecify.annotations.NullMarked;
