// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

/** Is told of relations that load by themselves. */
interface LazyListener {
    /** A statement is about to load a relation of an entity. */
    void loading(Object entity, String attribute);
}
