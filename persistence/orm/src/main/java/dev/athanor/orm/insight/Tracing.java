// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import dev.athanor.orm.event.EventScope;
import dev.athanor.orm.event.Instrument;
import dev.athanor.orm.event.Listeners;
import dev.athanor.orm.event.SqlText;
import dev.athanor.orm.event.StatementEvent;
import dev.athanor.orm.event.TransactionEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives OpenTelemetry a span for each transaction, and in it one for each statement; those of statements outside of
 * transactions belong to the span that is current. Values are not part of them. Needs OpenTelemetry's API, which the
 * rest of the toolkit does without. Thread-safe.
 *
 * <pre>{@code
 * SessionSettings.standard().with(Tracing.of(openTelemetry))
 * }</pre>
 */
public final class Tracing implements Instrument {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
    private static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");
    private static final AttributeKey<Long> ROWS = AttributeKey.longKey("db.response.returned_rows");
    private static final AttributeKey<Long> STATEMENTS = AttributeKey.longKey("athanor.statements");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final Tracer tracer;

    private Tracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /** To this. */
    public static Tracing of(OpenTelemetry telemetry) {
        return new Tracing(telemetry.getTracer("dev.athanor.orm"));
    }

    @Override
    public Listeners addTo(Listeners listeners) {
        return listeners
                .on(TransactionEvent.AfterBegin.class, event -> spans(event.scope())
                        .begin(tracer))
                .on(TransactionEvent.AfterCommit.class, event -> spans(event.scope())
                        .end(event.scope(), "commit"))
                .on(TransactionEvent.AfterRollback.class, event -> spans(event.scope())
                        .end(event.scope(), "rollback"))
                .on(StatementEvent.BeforeStatement.class, event -> spans(event.scope())
                        .begin(tracer, event.statement()))
                .on(StatementEvent.AfterStatement.class, event -> spans(event.scope())
                        .end(event.statement(), event.rows()))
                .on(StatementEvent.FailedStatement.class, event -> spans(event.scope())
                        .fail(event.statement(), event.failure()));
    }

    private Spans spans(EventScope scope) {
        return scope.remembered(this, Spans.class, Spans::new);
    }

    /** Those of one transaction. */
    private static final class Spans {
        private @Nullable Span transaction;

        @SuppressWarnings("IdentityHashMapUsage") // the same text may run twice at a time
        private final Map<SqlText, Span> statements = new IdentityHashMap<>();

        void begin(Tracer tracer) {
            transaction = tracer.spanBuilder("transaction")
                    .setSpanKind(SpanKind.CLIENT)
                    .setAttribute(SYSTEM, "postgresql")
                    .startSpan();
        }

        void end(EventScope scope, String how) {
            if (transaction != null) {
                transaction.updateName(how);
                transaction.setAttribute(STATEMENTS, scope.figures().statements());
                transaction.end();
            }
            statements.values().forEach(Span::end);
        }

        void begin(Tracer tracer, SqlText statement) {
            String operation = operation(statement.sql());
            SpanBuilder builder = tracer.spanBuilder(operation)
                    .setSpanKind(SpanKind.CLIENT)
                    .setAttribute(SYSTEM, "postgresql")
                    .setAttribute(OPERATION, operation)
                    .setAttribute(TEXT, statement.sql());
            if (transaction != null) {
                builder.setParent(Context.current().with(transaction));
            }
            statements.put(statement, builder.startSpan());
        }

        private static String operation(String sql) {
            int end = sql.indexOf(' ');
            return (end < 0 ? sql : sql.substring(0, end)).toUpperCase(Locale.ROOT);
        }

        void end(SqlText statement, long rows) {
            Span span = statements.remove(statement);
            if (span != null) {
                span.setAttribute(ROWS, rows);
                span.end();
            }
        }

        void fail(SqlText statement, RuntimeException failure) {
            Span span = statements.remove(statement);
            if (span != null) {
                span.setAttribute(ERROR, failure.getClass().getName());
                span.setStatus(StatusCode.ERROR);
                span.end();
            }
        }
    }
}
