// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.SQLException;

/** Makes the schema, and what every test finds in it, in a database that is then copied for tests. */
@FunctionalInterface
public interface Schema {
    /** Makes it; no connection may be left open. */
    void create(TestDatabase database) throws SQLException;
}
