// SPDX-License-Identifier: Apache-2.0
/** How bodies are read. */
@NullMarked
package dev.athanor.web.json;

import org.jspecify.annotations.NullMarked;
