// SPDX-License-Identifier: Apache-2.0
/** An entity that nothing weaves. */
@NullMarked
package dev.athanor.orm.plain;

import org.jspecify.annotations.NullMarked;
