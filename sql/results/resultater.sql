-- figures and verdicts put together, as they are published

-- one row per plan, indicator, source, period and team
insert into ud.indikator_resultat by name
with tilsynet as (
    -- a review leads in the whole row once the department has five answers
    select
        serie.plan_id,
        serie.indikator_id,
        celle.periode_nr
    from celle
    inner join opgjort on celle.celle_nr = opgjort.celle_nr
    inner join serie on celle.serie_nr = serie.serie_nr
    inner join planperiode on celle.periode_nr = planperiode.periode_nr
    where
        serie.kilde = 'tilsyn'
        and serie.tilsyn_foerer
        and not serie.hovedkilde
        and celle.team_id = 'ALLE'
        and celle.gruppe is null
        and planperiode.periodetype <> 'maaned'
        and opgjort.naevner >= 5
)

select
    serie.plan_id,
    serie.indikator_id,
    serie.kilde,
    planperiode.periodetype,
    planperiode.periode,
    celle.team_id,
    opgjort.taeller,
    opgjort.naevner,
    celle.undtaget,
    celle.afventer,
    opgjort.vaerdi,
    opgjort.ki_nedre,
    opgjort.ki_oevre,
    vurdering.milepael_procent,
    vurdering.milepael_dato,
    vurdering.naeste_procent,
    vurdering.naeste_dato,
    vurdering.afstand_pp,
    vurdering.status,
    vurdering.usikker,
    planperiode.foreloebig,
    serie.hovedkilde = (tilsynet.plan_id is null) as foerer,
    vurdering.baseline_periode,
    vurdering.baseline_vaerdi,
    vurdering.baseline_naevner,
    vurdering.forskel,
    vurdering.forskel_nedre,
    vurdering.forskel_oevre,
    serie.grund
from celle
inner join opgjort on celle.celle_nr = opgjort.celle_nr
inner join vurdering on celle.celle_nr = vurdering.celle_nr
inner join serie on celle.serie_nr = serie.serie_nr
inner join planperiode on celle.periode_nr = planperiode.periode_nr
left join tilsynet
    on
        serie.plan_id = tilsynet.plan_id
        and serie.indikator_id = tilsynet.indikator_id
        and celle.periode_nr = tilsynet.periode_nr
order by celle.celle_nr;

-- one row per result and gruppe that has units in it
insert into ud.indikator_gruppe by name
select
    serie.plan_id,
    serie.indikator_id,
    serie.kilde,
    planperiode.periodetype,
    planperiode.periode,
    celle.team_id,
    celle.gruppe,
    opgjort.taeller,
    opgjort.naevner,
    celle.undtaget,
    celle.afventer,
    opgjort.vaerdi,
    opgjort.ki_nedre,
    opgjort.ki_oevre
from celle
inner join opgjort on celle.celle_nr = opgjort.celle_nr
inner join serie on celle.serie_nr = serie.serie_nr
inner join planperiode on celle.periode_nr = planperiode.periode_nr
where celle.gruppe is not null
order by celle.celle_nr;

-- nothing made on the way is read after this
drop table maanedstal;
drop table optalt;
drop table periodedel;
drop table maanedsvaerdi;
drop table delcelle;
drop table maanedsdel;
drop table opgjort;
drop table vurdering;
drop table celle;
drop table planperiode;
drop table serie;
