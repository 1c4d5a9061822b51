// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.sql.SqlException;

/**
 * Changes of something that others may change at the same time. Immutable and thread-safe.
 *
 * <pre>{@code
 * Changes.check("product 4711", product.version(), known);
 * product.reprice(price);
 * changes.write(session, "product 4711");
 * }</pre>
 */
public final class Changes {
    private final UniqueConstraints unique;

    /** Of what may be there once only. */
    public Changes(UniqueConstraints unique) {
        this.unique = unique;
    }

    /**
     * Ends here if something is not what it was when it was read.
     *
     * @throws ChangedMeanwhile if so
     */
    public static void check(String what, int version, int known) {
        if (version != known) {
            throw new ChangedMeanwhile(what);
        }
    }

    /**
     * Writes what was changed, and tells what stands in the way.
     *
     * @throws ChangedMeanwhile if somebody else was faster
     * @throws InvalidInput if there is another of the kind already
     */
    public void write(Session session, String what) {
        try {
            session.flush();
        } catch (SqlException e) {
            throw unique.violated(e).<RuntimeException>map(InvalidInput::new).orElse(e);
        } catch (OrmException e) {
            throw e.code() == OrmError.OPTIMISTIC_CONFLICT ? new ChangedMeanwhile(what, e) : e;
        }
    }
}
