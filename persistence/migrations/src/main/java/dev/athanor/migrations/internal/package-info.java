// SPDX-License-Identifier: Apache-2.0
/** What Liquibase must be able to instantiate. Not for use elsewhere. */
@NullMarked
package dev.athanor.migrations.internal;

import org.jspecify.annotations.NullMarked;
