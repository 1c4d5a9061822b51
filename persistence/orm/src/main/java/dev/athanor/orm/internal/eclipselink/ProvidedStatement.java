// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.event.SqlText;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.queries.CallQueryMechanism;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.jspecify.annotations.Nullable;

/**
 * A statement of EclipseLink's. Which column a value is for, the call tells that it was made from; where that is not
 * known, and the text names a masked column, no value is shown. Relies on calls keeping the fields of their parameters
 * until they are translated; MaskTest would notice.
 */
final class ProvidedStatement {
    private final DatabaseCall call;
    private final MaskedColumns masked;

    private ProvidedStatement(DatabaseCall call, MaskedColumns masked) {
        this.call = call;
        this.masked = masked;
    }

    static SqlText of(DatabaseCall call, MaskedColumns masked) {
        ProvidedStatement statement = new ProvidedStatement(call, masked);
        return new SqlText(call.getSQLString(), true, statement::binds, Caller::find);
    }

    private List<@Nullable Object> binds() {
        List<?> values = parameters(call);
        List<?> origins = origins(call.getQuery());
        boolean hides = !masked.isEmpty() && masked.isNamedIn(call.getSQLString());
        List<@Nullable Object> shown = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Object origin = origins.size() == values.size() ? origins.get(i) : null;
            shown.add(hides && !isHarmless(origin) ? SqlText.MASK : value(values.get(i)));
        }
        return shown;
    }

    private static List<?> parameters(DatabaseCall call) {
        return call.hasParameters() ? call.getParameters() : List.of();
    }

    private static List<?> origins(@Nullable DatabaseQuery query) {
        return query != null
                        && query.getQueryMechanism() instanceof CallQueryMechanism mechanism
                        && mechanism.getCall() instanceof DatabaseCall untranslated
                ? parameters(untranslated)
                : List.of();
    }

    /** Whether it is a column of a table, and not masked. */
    private boolean isHarmless(@Nullable Object origin) {
        return origin instanceof DatabaseField field && field.hasTableName() && !masked.has(field);
    }

    /** EclipseLink has the column in the place of a null. */
    private static @Nullable Object value(@Nullable Object parameter) {
        return parameter instanceof DatabaseField ? null : parameter;
    }
}
