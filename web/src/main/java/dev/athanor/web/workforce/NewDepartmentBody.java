// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.workforce;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A department that is to be.
 *
 * @param name what it is called
 * @param parent the key of the one that it is a part of, if it is
 */
@Schema(name = "NewDepartment", requiredProperties = "name")
public record NewDepartmentBody(
        @Nullable String name, @Nullable Long parent) {}
