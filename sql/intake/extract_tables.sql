-- working tables for one extract; empty

-- one row per row that repeats an earlier row of the file
create or replace temp table dublet (linje bigint not null);

-- one row per quarantined row; egen is false where it falls only because of the rows it refers to
create or replace temp table i_karantaene (linje bigint not null, egen boolean not null);

-- one row per row that does not fit the file's headings
create or replace temp table skaev (linje bigint not null, felter varchar[] not null, aarsag varchar not null);

-- one row per distinct value of a column whose values are looked up; kode is what it stands for
create or replace temp table kodebog (kolonne varchar not null, raa varchar not null, kode varchar);

-- one row per value of a column that the expectations refuse; raa is null where the missing are refused
create or replace temp table afvist (
    kolonne varchar not null,
    raa varchar,
    alvor varchar not null,
    aarsag varchar not null
);

-- one row per fault or warning of a row; egen is false where only the row it refers to is at fault
create or replace temp table fund (
    linje bigint not null,
    kolonne varchar,
    alvor varchar not null,
    aarsag varchar not null,
    egen boolean not null
);
