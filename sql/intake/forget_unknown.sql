-- one row per distinct value of a column whose values are looked up: a refused one of $kolonner stands for nothing
create or replace temp table kodebog as
with
afviste as (
    select distinct
        kolonne,
        raa
    from afvist
    where list_contains($kolonner::varchar[], kolonne)
)

select
    kodebog.kolonne,
    kodebog.raa,
    case when afviste.raa is null then kodebog.kode end as kode
from kodebog
left join afviste on kodebog.kolonne = afviste.kolonne and kodebog.raa = afviste.raa;
