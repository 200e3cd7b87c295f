-- the cells that are to have a figure, and the empty tables kinds fill for them

-- one row per indicator, source, period, team and gruppe (null: the whole) that
-- is to have a figure
create temp table celle as
with aktive as (
    select
        planperiode.plan_id,
        planperiode.periode_nr,
        teams.team_id
    from planperiode
    inner join teams
        on
            coalesce(teams.aktiv_fra <= planperiode.sidste_dag, true)
            and coalesce(teams.aktiv_til >= planperiode.foerste_dag, true)
    union all
    select
        plan_id,
        periode_nr,
        'ALLE' as team_id
    from planperiode
),

-- every active team for the main source; beside them whatever has units
gitter as (
    select
        serie.serie_nr,
        aktive.periode_nr,
        aktive.team_id,
        null::varchar as gruppe
    from serie
    inner join aktive on serie.plan_id = aktive.plan_id
    where serie.hovedkilde
    union
    select
        serie_nr,
        periode_nr,
        team_id,
        gruppe
    from optalt
),

-- a survey's teams are shown when each that answered has at least five answers,
-- or none answered
skjulte as (
    select distinct
        optalt.serie_nr,
        optalt.periode_nr
    from optalt
    inner join serie on optalt.serie_nr = serie.serie_nr
    where
        serie.kilde = 'spoergeskema'
        and optalt.team_id <> 'ALLE'
        and optalt.gruppe is null
        and (
            optalt.opfyldt + optalt.ikke_opfyldt + optalt.opgjort
            + optalt.undtaget
        ) < 5
),

viste as (
    select
        gitter.serie_nr,
        gitter.periode_nr,
        gitter.team_id,
        gitter.gruppe
    from gitter
    left join skjulte
        on
            gitter.serie_nr = skjulte.serie_nr
            and gitter.periode_nr = skjulte.periode_nr
    where skjulte.serie_nr is null or gitter.team_id = 'ALLE'
)

select
    (row_number() over (
        order by viste.serie_nr, viste.periode_nr, viste.team_id, viste.gruppe
    ))::integer as celle_nr,
    viste.serie_nr,
    viste.periode_nr,
    viste.team_id,
    viste.gruppe,
    serie.vaerditype,
    serie.art,
    serie.maaltype,
    serie.uden_udtraek,
    coalesce(optalt.opfyldt, 0) as opfyldt,
    coalesce(optalt.ikke_opfyldt, 0) as ikke_opfyldt,
    coalesce(optalt.undtaget, 0) as undtaget,
    coalesce(optalt.afventer, 0) as afventer,
    coalesce(optalt.opgjort, 0) as opgjort,
    coalesce(optalt.beloeb, 0) as beloeb
from viste
inner join serie on viste.serie_nr = serie.serie_nr
left join optalt
    on
        viste.serie_nr = optalt.serie_nr
        and viste.periode_nr = optalt.periode_nr
        and viste.team_id = optalt.team_id
        and viste.gruppe is not distinct from optalt.gruppe;

-- one row per cell: what its value kind makes of it. `maalt` is false where
-- there was nothing to measure; `antal` is the count that certainty goes by
create temp table opgjort (
    celle_nr integer not null,
    taeller bigint,
    naevner double,
    vaerdi double,
    ki_nedre double,
    ki_oevre double,
    maalt boolean not null,
    antal bigint not null,
    varians double
);

-- one row per cell without gruppe: what its target kind says of it
create temp table vurdering (
    celle_nr integer not null,
    milepael_procent double,
    milepael_dato date,
    naeste_procent double,
    naeste_dato date,
    afstand_pp double,
    status varchar not null,
    usikker boolean not null,
    baseline_periode varchar,
    baseline_vaerdi double,
    baseline_naevner double,
    forskel double,
    forskel_nedre double,
    forskel_oevre double
);
