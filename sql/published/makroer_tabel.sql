-- one macro per usual cut of the published figures

create macro ud.status(team, periode) as table
    select
        r.indikator_id,
        indikator.titel,
        r.kilde,
        r.taeller,
        r.naevner,
        r.undtaget,
        r.afventer,
        r.vaerdi,
        r.milepael_procent,
        r.afstand_pp,
        r.status,
        r.usikker
    from indikator_resultat as r
    inner join indikator on r.plan_id = indikator.plan_id and r.indikator_id = indikator.indikator_id
    where r.team_id = team and r.periode = periode and r.periodetype <> 'rullende12'
    order by
        indikator.udviklingspunkt,
        try_cast(split_part(r.indikator_id, '.', 2) as integer),
        r.indikator_id,
        r.kilde;

create macro ud.udvikling(indikator, team := 'ALLE') as table
    select
        r.periode as maaned,
        r.kilde,
        r.taeller,
        r.naevner,
        r.vaerdi,
        r.milepael_procent,
        r.status,
        r.usikker
    from indikator_resultat as r
    where r.indikator_id = indikator and r.team_id = team and r.periodetype = 'maaned'
    order by r.periode, r.kilde;

create macro ud.frister(team) as table
    select
        f.tilstand,
        f.frist_dato,
        f.dage,
        f.indikator_id,
        indikator.titel,
        f.sag_id,
        f.enhed_id,
        f.raadgiver_id
    from fristliste as f
    inner join indikator on f.plan_id = indikator.plan_id and f.indikator_id = indikator.indikator_id
    where f.team_id = team
    order by f.frist_dato, f.indikator_id, f.enhed_id;

create macro ud.sager_paa(dag) as table
    with aabne as (
        select
            s.sag_id,
            s.oprettet_dato,
            s.foedselsdato,
            s.team_id,
            s.raadgiver_id,
            dag::date as paa_dag
        from sager as s
        where s.oprettet_dato <= dag and (s.lukket_dato is null or s.lukket_dato > dag)
    ),

    foerste as (
        select
            f.sag_id,
            arg_min_null(f.team_id, f.fra_dato) as team_id,
            arg_min_null(f.raadgiver_id, f.fra_dato) as raadgiver_id
        from sagsfordeling as f
        group by f.sag_id
    )

    select
        a.sag_id,
        a.oprettet_dato,
        alder(a.foedselsdato, a.paa_dag) as alder,
        coalesce(h.team_id, foerste.team_id, a.team_id, 'UKENDT') as team_id,
        case
            when h.sag_id is not null then h.raadgiver_id
            when foerste.sag_id is not null then foerste.raadgiver_id
            else a.raadgiver_id
        end as raadgiver_id
    from aabne as a
    asof left join sagsfordeling as h on a.sag_id = h.sag_id and a.paa_dag >= h.fra_dato
    left join foerste on a.sag_id = foerste.sag_id
    order by a.sag_id;
