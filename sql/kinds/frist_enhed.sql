-- one row per unit: when its deed counts from, and when it was exempt
create temp view frist_enhed as
select
    enhed_frist.*,
    sager.lukket_dato,
    case
        when enhed_frist.udfoert_dato >= enhed_frist.startdato or enhed_frist.gaelder_foer_start
            then enhed_frist.udfoert_dato
    end as gjort_dato,
    case
        when enhed_frist.kan_undtages
            then
                least(
                    case when lukning.dato >= enhed_frist.startdato then lukning.dato end,
                    case
                        when enhed_frist.bortfaldet_dato >= enhed_frist.startdato
                            then enhed_frist.bortfaldet_dato
                    end
                )
    end as fritaget_dato
from enhed_frist
left join sager on enhed_frist.sag_id = sager.sag_id
left join lateral (
    select undtagende_lukning(sager.lukket_dato, sager.lukket_aarsag) as dato
) as lukning on true;
