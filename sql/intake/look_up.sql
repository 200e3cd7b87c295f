-- one row per distinct value of a column whose values are looked up; appended to kodebog
-- The municipality's own words come first, then the known codes, then its word for the rest (*).
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

foldede as (
    select
        kolonne,
        raa,
        foldet(raa) as foldet
    from tekster
),

slags as (
    select unnest($kolonner::struct(kolonne varchar, foldes boolean)[], recursive := true)
),

koder as (
    select unnest($koder::struct(kolonne varchar, kode varchar)[], recursive := true)
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
        when slags.foldes then foldede.foldet
        else foldede.raa
    end as kode
from foldede
inner join slags on foldede.kolonne = slags.kolonne
left join oversat as egne on foldede.kolonne = egne.kolonne and foldede.foldet = egne.fra
left join koder on foldede.kolonne = koder.kolonne and foldede.foldet = koder.kode
left join oversat as resten on foldede.kolonne = resten.kolonne and resten.fra = '*';
