// SPDX-License-Identifier: Apache-2.0
/** What Liquibase must be able to instantiate, and what packages of this module share. Not for use elsewhere. */
@NullMarked
package dev.athanor.migrations.internal;

import org.jspecify.annotations.NullMarked;
