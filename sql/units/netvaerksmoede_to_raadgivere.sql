-- one row per network meeting; kun_under_bfu leaves out those held while no BFU was under way
insert into enhed_haendelse by name
select
    moede.aktivitet_id as enhed_id,
    moede.sag_id,
    moede.dato,
    moede.har_eget_team,
    moede.egen_team_id,
    moede.egen_raadgiver_id,
    coalesce(moede.antal_raadgivere >= 2, false) as opfyldt,
    case when moede.antal_raadgivere is null then 'mangler' else 'indhold' end as aarsag
from aktivitet as moede
where
    moede.undertype = 'netvaerksmoede'
    and (
        not $kun_under_bfu
        or exists (
            select 1
            from undersoegelser as bfu
            where
                bfu.sag_id = moede.sag_id
                and moede.dato >= bfu.startet_dato
                and (bfu.afsluttet_dato is null or moede.dato <= bfu.afsluttet_dato)
        )
    )
