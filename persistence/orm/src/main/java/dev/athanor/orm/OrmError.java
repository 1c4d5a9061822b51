// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

/** What can go wrong in a session; {@code docs/errors.md} has a section for each. */
public enum OrmError {
    /** A class is no entity of the persistence unit. */
    ENTITY_UNKNOWN,
    /** An entity has no attribute of a name. */
    ATTRIBUTE_UNKNOWN,
    /** A key does not fit the class of the entity. */
    KEY_INVALID,
    /** The entities of a persistence unit are not woven. */
    NOT_WOVEN,
    /** The session's entity manager is not EclipseLink's, or is closed. */
    SESSION_UNUSABLE,
    /** What is asked for needs a transaction. */
    TRANSACTION_NEEDED,
    /** A transaction did not begin, or was rolled back instead of being committed. */
    TRANSACTION_FAILED,
    /** A transaction took longer than it may. */
    TRANSACTION_TIMED_OUT,
    /** A block within a transaction cannot begin now, or not in this kind of transaction. */
    NESTED_REFUSED,
    /** A transaction that has run statements, or that others began, cannot be isolated otherwise. */
    ISOLATION_REFUSED,
    /** A transaction was tried as often as it may be, and failed each time. */
    RETRY_GIVEN_UP,
    /** What a bean says of its transactions cannot be done. */
    TRANSACTION_RULE_INVALID,
    /** A session is injected, and the application does not say by which entity manager. */
    SESSION_NOT_PROVIDED,
    /** An entity is not in the session. */
    NOT_IN_SESSION,
    /** A relation was read that is not loaded. */
    RELATION_NOT_LOADED,
    /** An attribute was read that the statement left out, and that cannot be read now. */
    ATTRIBUTE_NOT_LOADED,
    /** An option does not fit the entity, or what EclipseLink maps. */
    OPTION_INVALID,
    /** A page cannot be asked for so. */
    PAGE_INVALID,
    /** Rows of a query that are equal in its order cannot be told apart, as pages need it. */
    ORDER_AMBIGUOUS,
    /** An entity is of a class whose entities are deleted for good. */
    NOT_RESTORABLE,
    /** A cursor is not one of the query's pages. */
    CURSOR_INVALID,
    /** A mapping is of a kind that sessions do not read. */
    MAPPING_UNSUPPORTED,
    /** A row was changed by others since it was read. */
    OPTIMISTIC_CONFLICT,
    /** The database refuses a row of many that are written at once. */
    ROW_REFUSED,
    /** What is to be written at once cannot be written so. */
    BULK_UNSUPPORTED,
    /** The session cannot tell by itself which entities a statement is about. */
    CONDITION_NOT_EVALUATED,
    /** A stream was read after the end of its transaction. */
    STREAM_ENDED,
    /** The history of an entity is asked for that has none. */
    NOT_AUDITED,
    /** A listener refused what was about to happen. */
    EVENT_REFUSED,
    /** The same was loaded again and again in one transaction, where that is forbidden. */
    REPEATED_LOAD,
    /** A unit of work for another thread found no place to wait, or nobody takes any more. */
    WORK_REFUSED,
    /** A unit of work on another thread took too long. */
    WORK_TIMED_OUT,
    /** A client's position is none of the database's log. */
    POSITION_INVALID,
    /** An event cannot be recorded. */
    EVENT_INVALID,
    /** An event of a type was recorded that nobody handles. */
    EVENT_UNKNOWN,
    /** Settings or handlers of an outbox do not fit together. */
    OUTBOX_INVALID,
    /** EclipseLink refused what it was asked to do. */
    PROVIDER_FAILED
}
