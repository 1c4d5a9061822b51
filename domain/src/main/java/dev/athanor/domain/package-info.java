// SPDX-License-Identifier: Apache-2.0
/** What the entities of all contexts share. */
@NullMarked
package dev.athanor.domain;

import org.jspecify.annotations.NullMarked;
