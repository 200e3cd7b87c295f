-- one row per object that the frame names in the theme's area, with who answers for its case; where each
-- caseworker has one read, an object is of the caseworker's own team
with raadgiver as (
    select
        *,
        er_raadgiver(rolle) and (ansat_til is null or ansat_til >= $til_dato::date) as er_ansat
    from raadgivere
),

ansvar as (
    select
        genstand.genstand_type,
        genstand.genstand_id,
        genstand.sag_id,
        genstand.genstand_dato,
        genstand.raadgiver_id,
        coalesce(raadgiver.er_ansat, false) as har_raadgiver,
        case
            when $enhed = 'raadgiver' then coalesce(raadgiver.team_id, genstand.team_id)
            else genstand.team_id
        end as team_id
    from med_ansvar('genstand_med_dag') as genstand
    left join raadgiver on genstand.raadgiver_id = raadgiver.raadgiver_id
)

select
    ansvar.genstand_type,
    ansvar.genstand_id,
    ansvar.sag_id,
    ansvar.genstand_dato,
    ansvar.team_id,
    ansvar.raadgiver_id,
    ansvar.har_raadgiver,
    laest.sag_id is not null as er_laest
from ansvar
left join teams on ansvar.team_id = teams.team_id
left join laest on ansvar.sag_id = laest.sag_id
where $omraade::varchar is null or teams.omraade = $omraade
order by ansvar.genstand_type, ansvar.genstand_id;
