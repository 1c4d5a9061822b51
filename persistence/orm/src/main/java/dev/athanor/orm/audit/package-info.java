// SPDX-License-Identifier: Apache-2.0
/** Who changed what, and when: in attributes of entities, and in a history of their rows. */
@NullMarked
package dev.athanor.orm.audit;

import org.jspecify.annotations.NullMarked;
