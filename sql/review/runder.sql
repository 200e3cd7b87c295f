-- one row per round and team, and one of all its teams: drawn = read + eliminated + missing
select
    traekning.traekning_id,
    traekning.plan_id,
    traekning.tema_id,
    traekning.periode,
    traekning.nr,
    traekning.udvaelgelse,
    traekning.trukket_tidspunkt,
    coalesce(genstand.team_id, 'ALLE') as team_id,
    count(*) as ramme,
    count(*) filter (where genstand.rolle = 'trukket') as trukket,
    count(*) filter (where genstand.er_laest) as laest,
    count(*) filter (where genstand.tilstand = 'udgaaet') as udgaaet,
    count(*) filter (where genstand.rolle = 'trukket' and genstand.tilstand = 'ude' and not genstand.er_laest)
        as mangler,
    count(*) filter (
        where
        genstand.rolle = 'trukket'
        and genstand.tilstand = 'ude'
        and not genstand.er_laest
        and genstand.besvaret > 0
    ) as paabegyndt
from genstand_status as genstand
inner join gennemgang.traekning as traekning on genstand.traekning_id = traekning.traekning_id
group by
    traekning.traekning_id,
    traekning.plan_id,
    traekning.tema_id,
    traekning.periode,
    traekning.nr,
    traekning.udvaelgelse,
    traekning.trukket_tidspunkt,
    grouping sets ((), (genstand.team_id))
order by traekning.traekning_id, genstand.team_id nulls first;
