-- macros that sum a column up for the expectations: bounded by its distinct values, not by its rows

-- every distinct text that did not parse; raa is as delivered, tekst what it stands for
create or replace temp macro ulaeselige(raa, tekst, vaerdi) as
list(distinct raa) filter (where tekst is not null and vaerdi is null);

-- every distinct text with what it parsed as
create or replace temp macro forskellige(raa, vaerdi) as
list(distinct struct_pack(raa := raa, vaerdi := vaerdi));
