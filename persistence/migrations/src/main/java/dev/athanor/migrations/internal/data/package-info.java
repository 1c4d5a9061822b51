// SPDX-License-Identifier: Apache-2.0
/** The change type {@code athanorData} of Liquibase's. Not for use elsewhere. */
@NullMarked
package dev.athanor.migrations.internal.data;

import org.jspecify.annotations.NullMarked;
