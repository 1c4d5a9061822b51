// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.migrations.data;

import org.jspecify.annotations.NullMarked;
