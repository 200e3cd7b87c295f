-- working tables by which rows are told from their repetitions; empty

-- one row per row of the file, with a keyed fingerprint of its trimmed values
create or replace temp table aftryk (linje bigint not null, aftryk uhugeint not null);

-- one row per row that does not fit the file's headings
create or replace temp table skaev (linje bigint not null, felter varchar[] not null, aarsag varchar not null);

-- one row per row that repeats an earlier row of the file
create or replace temp table dublet (linje bigint not null);
