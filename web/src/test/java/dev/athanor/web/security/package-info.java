// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.web.security;

import org.jspecify.annotations.NullMarked;
