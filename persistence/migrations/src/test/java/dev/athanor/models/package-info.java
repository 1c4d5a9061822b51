// SPDX-License-Identifier: Apache-2.0
/** The models of the processor's tests, in schemas that migrations make. */
@NullMarked
package dev.athanor.models;

import org.jspecify.annotations.NullMarked;
