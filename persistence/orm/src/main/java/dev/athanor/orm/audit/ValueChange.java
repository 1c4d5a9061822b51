// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.audit;

import org.jspecify.annotations.Nullable;

/**
 * The values of an attribute before and after a change, as PostgreSQL writes them; stars if it is masked.
 *
 * @param attribute the attribute, or the column, if it is no attribute's alone
 * @param before null, if it was null, or not there
 * @param after null, if it is null, or not there
 */
public record ValueChange(
        String attribute, @Nullable String before, @Nullable String after) {}
