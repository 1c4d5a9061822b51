// SPDX-License-Identifier: Apache-2.0
/** The schema that entities want. {@link dev.athanor.migrations.model.EntityModel} is where to start. */
@NullMarked
package dev.athanor.migrations.model;

import org.jspecify.annotations.NullMarked;
