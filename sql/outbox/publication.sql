-- one row: a fingerprint of everything published that reports and mails show
with
raekker as (
    select 'opgoerelse' || (periode, opgjort_pr, udtraeksdato, foreloebig)::varchar as tekst
    from opgoerelse
    union all by name
    select 'bemaerkning' || bemaerkning::varchar as tekst from bemaerkning
    union all by name
    select 'teams' || teams::varchar as tekst from teams
    union all by name
    select 'plan' || plan::varchar as tekst from plan
    union all by name
    select 'milepael' || milepael::varchar as tekst from milepael
    union all by name
    select 'reference' || reference::varchar as tekst from reference
    union all by name
    select 'milepaelsstatus' || milepaelsstatus::varchar as tekst from milepaelsstatus
    union all by name
    select 'indikator_resultat' || indikator_resultat::varchar as tekst from indikator_resultat
    union all by name
    select 'indikator_fordeling' || indikator_fordeling::varchar as tekst from indikator_fordeling
    union all by name
    select 'indikator_gruppe' || indikator_gruppe::varchar as tekst from indikator_gruppe
    union all by name
    select 'indikator_start' || indikator_start::varchar as tekst from indikator_start
    union all by name
    select 'fristliste' || fristliste::varchar as tekst from fristliste
    union all by name
    select 'indikator_raekke' || indikator_raekke::varchar as tekst
    from indikator_raekke
    inner join opgoerelse
        on strptime(indikator_raekke.periode, '%Y-%m') between opgoerelse.foerste_dag and opgoerelse.sidste_dag
)

select sha256(string_agg(tekst, chr(10) order by tekst)) as aftryk
from raekker;
