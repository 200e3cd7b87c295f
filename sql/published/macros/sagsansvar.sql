-- one row per case and spell with one team and caseworker: the last to take the case over answers for it,
-- and before anybody had, the first to do so later
-- (neither CTE nor asof join: the oldest clients that open the file lose the one inside a macro, and with the
-- other take an earlier row's value where the latest has none)
create macro ud.sagsansvar() as table
    select
        s.sag_id,
        case
            when lag(h.fra_dato) over (partition by s.sag_id order by h.fra_dato) is not null then h.fra_dato
        end as fra_dato,
        lead(h.fra_dato) over (partition by s.sag_id order by h.fra_dato) as til_dato,
        coalesce(h.team_id, s.team_id, 'UKENDT') as team_id,
        case
            when h.sag_id is not null then h.raadgiver_id
            when s.team_id is not null then s.raadgiver_id
        end as raadgiver_id
    from sager as s
    left join sagsfordeling as h on s.sag_id = h.sag_id;
