// SPDX-License-Identifier: Apache-2.0
/** Starts Athanor on a developer's machine: PostgreSQL and Open Liberty, in the foreground. */
@NullMarked
package dev.athanor.server;

import org.jspecify.annotations.NullMarked;
