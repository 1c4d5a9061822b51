create table book (title text, pages int);
insert into book values ('Notes', 1), ('Engines', 2);
