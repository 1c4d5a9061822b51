create table folder (id bigint primary key, name text not null, deleted_at timestamp);
create unique index folder_name on folder (name) where deleted_at is null;
create table sheet (id bigint primary key, deleted_at timestamp, folder_id bigint references folder);
create table attachment (id bigint primary key, deleted boolean not null, sheet_id bigint references sheet);
insert into folder values (1, 'bills', null), (2, 'love', null), (3, 'gone', '2026-01-01');
insert into sheet values (11, null, 1), (12, '2025-05-05', 1), (13, null, 1), (21, null, 2),
  (31, null, 3);
insert into attachment values (111, false, 11), (112, true, 11), (211, false, 21);
