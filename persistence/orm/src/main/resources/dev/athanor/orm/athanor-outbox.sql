-- Events that are recorded with the data, and delivered after the commit.
create table athanor_outbox (
  number bigint generated always as identity primary key,
  event_key text collate "C" not null,
  type text not null,
  payload jsonb not null,
  headers jsonb not null default '{}',
  recorded_at timestamptz not null default clock_timestamp(),
  state text not null default 'PENDING' check (state in ('PENDING', 'DELIVERED', 'DEAD')),
  attempts integer not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  error text
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
create index athanor_outbox_pending on athanor_outbox (event_key, number) where state = 'PENDING';
create index athanor_outbox_dead on athanor_outbox (event_key, number) where state = 'DEAD';
create index athanor_outbox_delivered on athanor_outbox (ended_at) where state = 'DELIVERED';
