-- one row per indicator and dated milestone
create view ud.milepaele_status as
with
nu as (
    select
        opgoerelse.plan_id,
        periode.sidste_dag
    from opgoerelse
    inner join periode
        on opgoerelse.periodetype = periode.periodetype and opgoerelse.periode = periode.periode
),

-- a past milestone as adopted on its day, a coming one as adopted by now
gaeldende as (
    select
        milepael.plan_id,
        milepael.indikator_id,
        milepael.dato,
        milepael.procent,
        milepael.slutmaal,
        milepael.dato > nu.sidste_dag as kommende
    from milepael
    inner join nu on milepael.plan_id = nu.plan_id
    where coalesce(milepael.vedtaget, '-infinity'::date) <= least(milepael.dato, nu.sidste_dag)
    qualify row_number() over (
        partition by milepael.plan_id, milepael.indikator_id, milepael.dato
        order by coalesce(milepael.vedtaget, '-infinity'::date) desc
    ) = 1
)

select
    g.indikator_id,
    indikator.titel,
    g.dato,
    g.procent,
    g.slutmaal,
    r.taeller,
    r.naevner,
    r.vaerdi,
    r.vaerdi - g.procent as afstand_pp,
    case
        when g.kommende then 'kommende'
        when r.vaerdi is null then 'ingen_data'
        when r.vaerdi >= g.procent then 'naaet'
        else 'ikke_naaet'
    end as status,
    r.usikker
from gaeldende as g
inner join indikator on g.plan_id = indikator.plan_id and g.indikator_id = indikator.indikator_id
left join periode
    on
        not g.kommende
        and periode.periodetype = 'maaned'
        and g.dato between periode.foerste_dag and periode.sidste_dag
left join indikator_resultat as r
    on
        periode.periodetype = r.periodetype
        and periode.periode = r.periode
        and g.plan_id = r.plan_id
        and g.indikator_id = r.indikator_id
        and indikator.kilde = r.kilde
        and r.team_id = 'ALLE'
order by
    indikator.udviklingspunkt,
    try_cast(split_part(g.indikator_id, '.', 2) as integer),
    g.indikator_id,
    g.dato;

comment on view ud.milepaele_status is 'Blev milepælene nået i den måned, de gjaldt fra, og hvilke kommer? Hele afdelingen, indikatorens hovedkilde; det, planen selv måler ved sagsgennemgang (fx 3.1, 6.1 og 7.1), bedømmer rapporterne efter den (kilde tilsyn i status_nu), hvor den findes. Nøgle: indikator_id, dato. Sorteret i planens rækkefølge, derefter dato.';
comment on column ud.milepaele_status.indikator_id is 'Indikatorens nummer.';
comment on column ud.milepaele_status.titel is 'Indikatorens navn.';
comment on column ud.milepaele_status.dato is 'Den dag, milepælen skal være nået.';
comment on column ud.milepaele_status.procent is 'Milepælen i procent, som den var vedtaget på dagen (kommende: som den er vedtaget nu).';
comment on column ud.milepaele_status.slutmaal is 'Sand, når planen kalder den slutmål eller har den i sin målkolonne.';
comment on column ud.milepaele_status.taeller is 'Antal opfyldte i den måned, milepælen ligger i.';
comment on column ud.milepaele_status.naevner is 'Antal opfyldte og ikke opfyldte i måneden.';
comment on column ud.milepaele_status.vaerdi is 'Andel i måneden i procent, uafrundet.';
comment on column ud.milepaele_status.afstand_pp is 'Værdien minus milepælen, i procentpoint.';
comment on column ud.milepaele_status.status is 'naaet, ikke_naaet, ingen_data eller kommende.';
comment on column ud.milepaele_status.usikker is 'Sand, når der er for få i måneden til at konkludere.';
