// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.workforce;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may change of a department.
 *
 * @param name what it is called
 */
@Schema(name = "DepartmentChange", requiredProperties = "name")
public record DepartmentBody(@Nullable String name) {}
