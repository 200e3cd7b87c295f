-- macros that sum a column up: bounded by its distinct values, not by its rows

-- a column's name beside one of its texts
create or replace temp macro felt(kolonne, raa) as struct_pack(kolonne := kolonne, raa := raa);

-- a column's name beside its distinct texts
create or replace temp macro tekster(kolonne, raa) as struct_pack(
    kolonne := kolonne,
    tekster := coalesce(list(distinct raa) filter (where raa is not null), [])
);

-- every distinct text that did not parse; raa is as delivered, tekst what it stands for
create or replace temp macro ulaeselige(raa, tekst, vaerdi) as
list(distinct raa) filter (where tekst is not null and vaerdi is null);

-- every distinct text with what it parsed as
create or replace temp macro forskellige(raa, vaerdi) as
list(distinct struct_pack(raa := raa, vaerdi := vaerdi));

-- the numbers of the rules a row breaks: each is given as its number, or null where it is kept
create or replace temp macro brudte(numre) as list_filter(numre, lambda nr: nr is not null);

create or replace temp macro hvis(betingelse, nr) as case when betingelse then nr end;
