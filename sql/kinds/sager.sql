-- what several units ask of a case: meetings, activities, the days the family was seen, a project's population

-- one row per meeting: the opfoelgninger of one case and day with form moede, taken together
create temp view moede as
select
    sag_id || '@' || strftime(dato, '%Y-%m-%d') as enhed_id,
    sag_id,
    dato,
    bool_or(barn_deltog) as barn_deltog,
    bool_or(barn_undtaget) as barn_undtaget,
    bool_or(foraeldre_deltog) as foraeldre_deltog,
    bool_or(privat_netvaerk_deltog) as privat_netvaerk_deltog,
    bool_or(professionelt_netvaerk_deltog) as professionelt_netvaerk_deltog,
    bool_or(maalopfoelgning_udfyldt) as maalopfoelgning_udfyldt,
    bool_or(tilsyn_paa_anbringelsessted) as tilsyn_paa_anbringelsessted
from opfoelgninger
where form = 'moede'
group by sag_id, dato;

-- one row per activity; one without a case belongs to its caseworker's own team
create temp view aktivitet as
select
    aktiviteter.*,
    aktiviteter.sag_id is null as har_eget_team,
    case when aktiviteter.sag_id is null then coalesce(raadgivere.team_id, 'UKENDT') end as egen_team_id,
    case when aktiviteter.sag_id is null then aktiviteter.raadgiver_id end as egen_raadgiver_id
from aktiviteter
left join raadgivere on aktiviteter.raadgiver_id = raadgivere.raadgiver_id;

-- one row per case and day the family was seen, whatever measure it was about
create temp view sag_set as
select distinct
    sag_id,
    dato
from opfoelgninger
where er_set(form);

-- one row per case of a project for children under an age, and the days it belongs to it: while it is open
-- and the child younger, or unborn; without an age every case, on every day
create temp macro projekt_sag(under_alder) as table
    select
        sag_id,
        oprettet_dato,
        lukket_dato,
        alder_til,
        case when under_alder is null then '-infinity'::date else oprettet_dato end as fra_dato,
        case when under_alder is not null then least(lukket_dato, alder_til) end as til_dato
    from (
        select
            *,
            (foedselsdato + to_years(under_alder::integer))::date as alder_til
        from sager
        where
            under_alder is null
            or (not coalesce(projekt_undtaget, false) and (foedselsdato is not null or sagstype = 'ufoedt'))
    ) as projektets;

-- the highest step of a case's measures active on a day; none known: null
create temp macro sagens_trin(sagen, dagen) as (
    select max(indsats.indsatstrin)
    from indsats
    where indsats.sag_id = sagen and er_aktiv(indsats.begin_dato, indsats.ende_dato, dagen)
);
