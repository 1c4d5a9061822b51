// SPDX-License-Identifier: Apache-2.0
/** Compares what a server answers with what its OpenAPI document says. */
@NullMarked
package dev.athanor.it.openapi;

import org.jspecify.annotations.NullMarked;
