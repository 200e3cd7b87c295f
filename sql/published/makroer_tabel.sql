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

-- neither CTE nor asof join: the oldest clients that open the file lose the one inside a macro, and with the
-- other take an earlier row's value where the latest has none
create macro ud.sager_paa(dag) as table
    select
        s.sag_id,
        s.oprettet_dato,
        alder(s.foedselsdato, dag) as alder,
        coalesce(h.team_id, s.team_id, 'UKENDT') as team_id,
        case when h.sag_id is not null then h.raadgiver_id else s.raadgiver_id end as raadgiver_id
    from sager as s
    left join sagsfordeling as h on s.sag_id = h.sag_id
    where s.oprettet_dato <= dag and (s.lukket_dato is null or s.lukket_dato > dag)
    qualify
        row_number() over (
            partition by s.sag_id
            -- the last to take the case over by the day; when nobody had yet, the first to do so later
            order by
                case when h.fra_dato <= dag then h.fra_dato end desc nulls last,
                h.fra_dato
        ) = 1
    order by s.sag_id;
