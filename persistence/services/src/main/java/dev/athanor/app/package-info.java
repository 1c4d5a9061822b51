// SPDX-License-Identifier: Apache-2.0
/** What the services of all contexts share. */
@NullMarked
package dev.athanor.app;

import org.jspecify.annotations.NullMarked;
