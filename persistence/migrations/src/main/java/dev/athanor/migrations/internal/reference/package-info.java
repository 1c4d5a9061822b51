// SPDX-License-Identifier: Apache-2.0
/** A persistence unit as a database that Liquibase compares with. Not for use elsewhere. */
@NullMarked
package dev.athanor.migrations.internal.reference;

import org.jspecify.annotations.NullMarked;
