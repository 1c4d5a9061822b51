// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.sql.schema;

import org.jspecify.annotations.NullMarked;
