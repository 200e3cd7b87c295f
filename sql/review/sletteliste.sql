-- one row: how much from before $dag is about caseworkers and readers, and is still there
with
svar as (
    select
        count(*) filter (where bemaerkning is not null or aftale is not null) as tekster,
        count(laeser) as laesere
    from gennemgang.besvarelse
    where coalesce(gennemgaaet_dato, indlaest_tidspunkt::date) < $dag::date
),

genstand as (
    select
        count(genstand.raadgiver_id) as genstande,
        count(distinct genstand.traekning_id) filter (where genstand.raadgiver_id is not null) as runder
    from gennemgang.traekning_genstand as genstand
    inner join gammel_runde as runde on genstand.traekning_id = runde.traekning_id
),

aftale as (
    select count(*) as aftaler
    from gennemgang.aftale
    where lukket_dato < $dag::date
),

indmelding as (
    select count(laeser) as indmeldinger
    from gennemgang.indmelding
    where indlaest_tidspunkt < $dag::date
)

select
    svar.tekster,
    svar.laesere,
    genstand.genstande,
    genstand.runder,
    aftale.aftaler,
    indmelding.indmeldinger
from svar
cross join genstand
cross join aftale
cross join indmelding;
