-- one row per underretning received from a day on
-- by the clock where both are known to the minute, else by date: the day after is then in time
with kendt as (
    select
        underretning.*,
        modtaget_tidspunkt_har_klokkeslaet and vurderet_24t_tidspunkt_har_klokkeslaet as paa_klokken
    from underretning
)

insert into enhed_frist by name
select
    underretning_id as enhed_id,
    sag_id,
    team_id as egen_team_id,
    raadgiver_id as egen_raadgiver_id,
    gruppe,
    modtaget_dag as startdato,
    plus_dage(modtaget_dag, 1) as frist_dato,
    case
        when not paa_klokken or vurderet_24t_tidspunkt >= modtaget_tidspunkt
            then vurderet_24t_tidspunkt::date
    end as udfoert_dato,
    not paa_klokken or vurderet_24t_tidspunkt <= modtaget_tidspunkt + to_hours(24) as rettidig
from kendt
where modtaget_dag >= $fra_dato
