// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.Library.Authors;
import dev.athanor.sql.Library.Books;
import dev.athanor.testing.TestDatabase;
import java.sql.SQLException;

/** What tests on the tables of the library extend. */
abstract class LibraryTests extends Database {
    final Authors a = new Authors("a");
    final Books b = new Books("b");

    @Override
    final void create(TestDatabase fresh) throws SQLException {
        Library.create(fresh);
    }
}
