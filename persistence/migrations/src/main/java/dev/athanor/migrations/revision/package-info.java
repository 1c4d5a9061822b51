// SPDX-License-Identifier: Apache-2.0
/**
 * Revisions of a schema: a directory of Liquibase changelogs that know which come before them, and what of them a
 * database has. {@link dev.athanor.migrations.revision.RevisionDirectory} and
 * {@link dev.athanor.migrations.revision.RevisedDatabase} are where to start.
 */
@NullMarked
package dev.athanor.migrations.revision;

import org.jspecify.annotations.NullMarked;
