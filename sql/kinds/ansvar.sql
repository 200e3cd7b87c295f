-- one row per case: the first team that held it
create temp view foerste_fordeling as
select
    sag_id,
    min(fra_dato) as fra_dato,
    arg_min_null(team_id, fra_dato) as team_id,
    arg_min_null(raadgiver_id, fra_dato) as raadgiver_id
from sagsfordeling
group by sag_id;

-- the rows of a table with sag_id and referencedato, with who answered for the case that day:
-- the last to take it over by then; else the unit's own team; else the case's first; else the case's own
create temp macro med_ansvar(tabel) as table
    with
    -- asked once of a case and day, however many units ask
    holder as (
        select
            spurgt.*,
            fordeling.team_id,
            fordeling.raadgiver_id,
            fordeling.fra_dato
        from (
            select distinct
                sag_id,
                referencedato
            from query_table(tabel)
        ) as spurgt
        asof inner join sagsfordeling as fordeling
            on spurgt.sag_id = fordeling.sag_id and spurgt.referencedato >= fordeling.fra_dato
    )

    select
        enhed.* exclude (har_eget_team, egen_team_id, egen_raadgiver_id),
        case
            when enhed.har_eget_team then enhed.egen_team_id
            when holder.sag_id is not null then holder.team_id
            when enhed.egen_team_id is not null then enhed.egen_team_id
            when foerste.sag_id is not null then foerste.team_id
            else coalesce(sager.team_id, 'UKENDT')
        end as team_id,
        case
            when enhed.har_eget_team then enhed.egen_raadgiver_id
            when holder.sag_id is not null then holder.raadgiver_id
            when enhed.egen_team_id is not null then enhed.egen_raadgiver_id
            when foerste.sag_id is not null then foerste.raadgiver_id
            when sager.team_id is not null then sager.raadgiver_id
        end as raadgiver_id,
        case
            when enhed.har_eget_team then null
            when holder.sag_id is not null then holder.fra_dato
            when enhed.egen_team_id is not null then null
            else foerste.fra_dato
        end as team_siden
    from query_table(tabel) as enhed
    left join holder on enhed.sag_id = holder.sag_id and enhed.referencedato = holder.referencedato
    left join foerste_fordeling as foerste on enhed.sag_id = foerste.sag_id
    left join sager on enhed.sag_id = sager.sag_id;

-- one row per open case and day made up on
create temp view aaben_sag as
select
    opgoerelsesdag.opgjort_pr,
    opgoerelsesdag.opgjort_pr as referencedato,
    sager.sag_id,
    false as har_eget_team,
    null::varchar as egen_team_id,
    null::varchar as egen_raadgiver_id
from sager
inner join opgoerelsesdag on er_aktiv(sager.oprettet_dato, sager.lukket_dato, opgoerelsesdag.opgjort_pr);

-- one row per open case that a caseworker holds and day made up on; leaders and others have no caseload
create temp view raadgivers_sag as
select
    holder.opgjort_pr,
    holder.sag_id,
    holder.raadgiver_id,
    coalesce(raadgivere.team_id, 'UKENDT') as team_id
from med_ansvar('aaben_sag') as holder
left join raadgivere on holder.raadgiver_id = raadgivere.raadgiver_id
where holder.raadgiver_id is not null and er_raadgiver(raadgivere.rolle);
