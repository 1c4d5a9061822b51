// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.sql.render;

import org.jspecify.annotations.NullMarked;
