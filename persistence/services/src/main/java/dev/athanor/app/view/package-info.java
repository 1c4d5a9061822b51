// SPDX-License-Identifier: Apache-2.0
/** What clients see of entities, and how they ask for it: by filters, orders, pages, relations and fields. */
@NullMarked
package dev.athanor.app.view;

import org.jspecify.annotations.NullMarked;
