-- empty tables that the indicators' units are gathered in, and the views they share
-- (each unit belongs to the indicator being gathered, so that its SQL states its units alone)

-- one row per unit that has a deadline
create temp table enhed_frist (
    indikator_id varchar default getvariable('indikator_id'),
    kilde varchar default getvariable('kilde'),
    enhed_id varchar not null,
    sag_id varchar,
    startdato date not null,
    frist_dato date not null,
    -- the deed, whenever it was done; before startdato it does not count unless gaelder_foer_start
    udfoert_dato date,
    gaelder_foer_start boolean default false,
    -- set where the day alone does not decide whether the deed was in time
    rettidig boolean,
    -- the unit's own exemption, which goes before the deed
    undtaget_dato date,
    -- the unit's own row fell away or was broken off: part of the general exemption
    bortfaldet_dato date,
    kan_undtages boolean default true,
    -- set where the outcome is decided only when the deadline comes
    opfyldt_ved_frist boolean,
    aarsag varchar,
    fast_referencedato date,
    paa_fristliste boolean default true,
    egen_team_id varchar,
    egen_raadgiver_id varchar
);

-- one row per unit that happens on a day
create temp table enhed_haendelse (
    indikator_id varchar default getvariable('indikator_id'),
    kilde varchar default getvariable('kilde'),
    enhed_id varchar not null,
    sag_id varchar,
    dato date not null,
    opfyldt boolean not null,
    undtaget boolean default false,
    -- a case closed from startdato to dato exempts, where startdato is set
    startdato date,
    -- why not: given, or indhold when something is documented by then, else mangler
    aarsag varchar,
    dokumenteret_dato date,
    har_eget_team boolean default false,
    egen_team_id varchar,
    egen_raadgiver_id varchar
);

-- one row per unit of a stock and day the stock is made up on
create temp table enhed_beholdning (
    indikator_id varchar default getvariable('indikator_id'),
    kilde varchar default getvariable('kilde'),
    enhed_id varchar not null,
    sag_id varchar,
    opgjort_pr date not null,
    udfald varchar not null,
    aarsag varchar,
    startdato date,
    frist_dato date,
    haendelsesdato date
);

-- one row per BFU that ended otherwise than afbrudt: contract section 2, "the general undtaget"
create temp view bfu_afsluttet as
select
    bfu_id,
    sag_id,
    startet_dato,
    afsluttet_dato,
    undersoegelsesplan_dato,
    partshoering_form,
    antal_fokuspunkter
from undersoegelser
where afsluttet_dato is not null and afslutning is distinct from 'afbrudt';

-- one row per measure the contract calls "52"
create temp view indsats_52 as
select
    indsats_id,
    sag_id,
    kategori,
    afgoerelse_dato,
    start_dato,
    slut_dato,
    bortfaldet_dato,
    opfoelgning_maaneder
from indsatser
where kategori in ('forebyggende_52', 'aflastning', 'anbringelse');

-- one row per meeting: the opfoelgninger of one case and day with form moede, taken together
create temp view moede as
select
    sag_id || '@' || strftime(dato, '%Y-%m-%d') as enhed_id,
    sag_id,
    dato,
    bool_or(barn_deltog) as barn_deltog,
    bool_or(barn_undtaget) as barn_undtaget,
    bool_or(privat_netvaerk_deltog) as privat_netvaerk_deltog,
    bool_or(professionelt_netvaerk_deltog) as professionelt_netvaerk_deltog,
    bool_or(maalopfoelgning_udfyldt) as maalopfoelgning_udfyldt,
    bool_or(tilsyn_paa_anbringelsessted) as tilsyn_paa_anbringelsessted
from opfoelgninger
where form = 'moede'
group by sag_id, dato;

-- one row per placement and day made up on, when it is active that day
create temp view aktiv_anbringelse as
select
    opgoerelsesdag.opgjort_pr,
    indsatser.indsats_id,
    indsatser.sag_id,
    indsatser.start_dato
from indsatser
inner join sager on indsatser.sag_id = sager.sag_id
inner join opgoerelsesdag
    on
        er_aktiv(
            indsatser.start_dato,
            indsatser.slut_dato,
            indsatser.bortfaldet_dato,
            sager.lukket_dato,
            opgoerelsesdag.opgjort_pr
        )
where indsatser.kategori = 'anbringelse';
