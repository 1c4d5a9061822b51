// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.migrations.revision;

import org.jspecify.annotations.NullMarked;
