create sequence article_numbers increment 10 start 1000;
create table author (id bigint primary key, name text not null, version int not null default 1, street text, city text,
  mentor_id bigint references author);
create table profile (id bigint primary key, text text, author_id bigint unique references author);
create table article (id bigint primary key, title text not null, status text not null, version int not null default 1,
  author_id bigint references author);
create table comment (id bigint primary key, text text, article_id bigint references article, author_id bigint references author);
create table tag (name text primary key);
create table article_tag (article_id bigint references article, tag_name text references tag, primary key (article_id, tag_name));
create table article_keyword (article_id bigint references article, keyword text);
create table rating (article_id bigint references article, reader text, stars int not null, primary key (article_id, reader));
create table reply (id bigint primary key, rating_article bigint, rating_reader text,
  foreign key (rating_article, rating_reader) references rating);
create table media (id bigint primary key, dtype text not null, name text);
create table photo (id bigint primary key references media, size int not null);
create table video (id bigint primary key references media, size int not null);
create table livevideo (id bigint primary key references video, viewers int);
create table payment (id bigint primary key, kind text not null, amount numeric(10, 2), author_id bigint references author,
  card text, box text);
create table mailnotice (id bigint primary key, text text, address text, attempts int not null);
create table phonenotice (id bigint primary key, text text, address bigint not null);
create table letternotice (id bigint primary key, text text);
create table review (id bigint primary key, article_id bigint references article, reviewer_id bigint references author);
create table gallery (id bigint primary key);
create table gallery_media (gallery_id bigint references gallery, media_id bigint references media, place int not null);
create table room (id bigint primary key, number int not null, gallery_id bigint references gallery);
create table gallery_title (gallery_id bigint references gallery, language text, title text);
create table gallery_site (gallery_id bigint references gallery, place int not null, street text, city text);
create table sample (id uuid primary key, version bigint, made_at timestamp, small smallint not null, whole int,
  fraction double precision not null, half real, amount numeric(12, 2), big numeric, flag boolean not null, maybe boolean,
  letter char(1) not null, text text, bytes bytea, "Day" date, time time, at_zone timestamptz, status text, number int,
  yes char(1), other uuid, essay text);

create table product (id uuid primary key, name text not null);
create table basket (id bigint generated always as identity primary key, owner text not null, version bigint not null default 1,
  limit_amount numeric(10, 2), limit_currency text);
create table item (basket_id bigint references basket, product_id uuid references product, quantity int not null,
  primary key (basket_id, product_id));
create table basket_note (basket_id bigint references basket, place int not null, note text);
create table shelf (id uuid primary key, label text not null, parent_id uuid references shelf, place int);
create table shelf_product (shelf_id uuid references shelf, product_id uuid references product, primary key (shelf_id, product_id));

insert into author (id, name, street, city, mentor_id) values
  (1, 'Ada', 'Main 1', 'London', null), (2, 'Bob', null, null, 1), (3, 'Cyd', 'Side 3', 'Paris', 1), (4, 'Dan', null, null, 3);
insert into profile values (10, 'first', 1), (30, 'third', 3);
insert into article (id, title, status, author_id) values
  (11, 'Engines', 'PUBLISHED', 1), (12, 'Notes', 'DRAFT', 1), (13, 'Bridges', 'PUBLISHED', 2), (14, 'Orphan', 'DRAFT', null);
insert into comment values (101, 'good', 11, 2), (102, 'better', 11, null), (103, 'best', 13, 1);
insert into tag values ('java'), ('sql'), ('empty');
insert into article_tag values (11, 'java'), (11, 'sql'), (13, 'sql');
insert into article_keyword values (11, 'steam'), (11, 'cards'), (13, 'steel');
insert into rating values (11, 'ann', 5), (11, 'ben', 3), (13, 'ann', 4);
insert into reply values (1, 11, 'ann'), (2, 11, 'ann'), (3, 13, 'ann'), (4, null, null);
insert into media values (1, 'Photo', 'cover'), (2, 'Video', 'trailer'), (3, 'LiveVideo', 'reading');
insert into photo values (1, 640);
insert into video values (2, 90), (3, 3600);
insert into livevideo values (3, 12);
insert into payment values (1, 'CARD', 10.50, 1, '4242', null), (2, 'CASH', 20.00, 1, null, 'desk'), (3, 'CARD', 7.25, 2, '1111', null);
insert into mailnotice values (1, 'mailed', 'ada@example.org', 2);
insert into phonenotice values (2, 'called', 555);
insert into letternotice values (3, 'sent');
insert into review values (1, 11, 2), (2, 13, 1), (3, 13, null), (4, 11, 3);
insert into gallery values (1), (2);
insert into gallery_media values (1, 3, 0), (1, 1, 1), (1, 2, 2);
insert into room values (1, 101, 1), (2, 102, 1);
insert into gallery_title values (1, 'en', 'Pictures'), (1, 'cs', 'Obrazy');
insert into gallery_site values (1, 1, 'East 2', 'Brno'), (1, 0, 'West 1', 'Prague');

create table account (id bigint primary key, login text unique, secret text);
insert into account values (1, 'ada', 'steam');
create table story (id bigint primary key, title text, before_id bigint references story);
create table story_word (story_id bigint references story, word text);
insert into story values (1, 'Start', null), (2, 'Middle', 1), (3, 'End', 2);
insert into story_word values (2, 'once'), (2, 'upon');

create table invoice (id bigint generated by default as identity primary key, version int not null default 1, amount numeric(10, 2),
  account text, author_id bigint references author, created timestamptz, creator text, updated timestamp, updater text);
create table deed (id bigint primary key, title text);
create table deed_note (id bigint primary key references deed on delete cascade, remark text);
create table letter (id bigint generated always as identity primary key, text text, author_id bigint references author);
insert into letter (text, author_id) values ('first', 1), ('second', 2), ('third', null);

create schema books;
create table books."T_LEDGER" ("YEAR_NO" int, "Code" text, "TTL TXT" text, "LONG_TXT" text, primary key ("YEAR_NO", "Code"));
create table books.t_ledger_extra (yr int, cd text, rmk text, primary key (yr, cd));
create table tbl_seat (ln text, no int, hldr_nm text, primary key (ln, no));
