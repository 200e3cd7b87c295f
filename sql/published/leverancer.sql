-- the bookkeeping of every delivery, empty

-- one row per delivery
create table ud.leverance (
    leverance_id varchar not null,
    udtraeksdato date not null,
    indlaest_tidspunkt timestamp not null,
    indhold_sha256 varchar not null
);

-- one row per delivery and file
create table ud.leverance_fil (
    leverance_id varchar not null,
    extract varchar not null,
    sha256 varchar not null,
    laest bigint not null,
    accepteret bigint not null,
    dubletter bigint not null,
    karantaene bigint not null,
    advarsler bigint not null
);

-- one row per delivery and faulty place: never the row itself
create table ud.karantaene (
    leverance_id varchar not null,
    extract varchar not null,
    linje bigint not null,
    kolonne varchar,
    aarsag varchar not null
);
