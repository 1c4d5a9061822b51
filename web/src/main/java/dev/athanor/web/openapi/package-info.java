// SPDX-License-Identifier: Apache-2.0
/** Says in the OpenAPI document what all operations have in common, so that each says only what is its own. */
@NullMarked
package dev.athanor.web.openapi;

import org.jspecify.annotations.NullMarked;
