// SPDX-License-Identifier: Apache-2.0
/**
 * Who changed what, and when: in attributes of entities, and in a history of their rows.
 * {@link dev.athanor.orm.audit.Auditing} says who it is, a {@link dev.athanor.orm.audit.Revision} what was done.
 */
@NullMarked
package dev.athanor.orm.audit;

import org.jspecify.annotations.NullMarked;
