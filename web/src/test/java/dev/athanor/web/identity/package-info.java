// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.web.identity;

import org.jspecify.annotations.NullMarked;
