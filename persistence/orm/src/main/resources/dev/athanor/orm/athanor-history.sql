-- What sessions keep of the changes of entities that are @Audited.
create table athanor_history (
  number bigint generated always as identity primary key,
  table_name text not null,
  row_key jsonb not null,
  kind text not null check (kind in ('INSERT', 'UPDATE', 'DELETE')),
  changed_at timestamptz not null,
  changed_by text,
  changes jsonb not null
);
create index athanor_history_of_row on athanor_history (table_name, row_key, number);
