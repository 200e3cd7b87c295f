-- one row per distinct value of a column whose values are looked up; appended to kodebog
-- The municipality's own words come first, then the known codes, then its word for the rest (*). A code that
-- is a number may have come as 4.0.
insert into kodebog
with
hver as (
    select unnest(kolonner, recursive := true)
    from opslag
),

tekster as (
    select
        kolonne,
        unnest(tekster) as raa
    from hver
),

slags as (
    select unnest($kolonner::struct(kolonne varchar, foldes boolean, uden_nul boolean)[], recursive := true)
),

kendte as (
    select unnest($koder::struct(kolonne varchar, kode varchar)[], recursive := true)
),

koder as (
    select
        kolonne,
        kode,
        foldet(kode) as foldet
    from kendte
),

foldede as (
    select
        slags.kolonne,
        slags.foldes,
        tekster.raa,
        foldet(case when slags.uden_nul then uden_nul(tekster.raa) else tekster.raa end) as foldet
    from tekster
    inner join slags on tekster.kolonne = slags.kolonne
),

oversat as (
    select unnest($oversat::struct(kolonne varchar, fra varchar, til varchar)[], recursive := true)
)

select
    foldede.kolonne,
    foldede.raa,
    case
        when egne.fra is not null then nullif(egne.til, '')
        when koder.kode is not null then koder.kode
        when resten.fra is not null then nullif(resten.til, '')
        when foldede.foldes then foldede.foldet
        else foldede.raa
    end as kode
from foldede
left join oversat as egne on foldede.kolonne = egne.kolonne and foldede.foldet = egne.fra
left join koder on foldede.kolonne = koder.kolonne and foldede.foldet = koder.foldet
left join oversat as resten on foldede.kolonne = resten.kolonne and resten.fra = '*';
