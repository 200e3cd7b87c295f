-- one row per active measure and day made up on
with aktive as (
    select
        opgoerelsesdag.opgjort_pr,
        indsats.indsats_id,
        indsats.sag_id,
        indsats.start_dato,
        case
            when indsats.opfoelgning_maaneder between 1 and $maaneder then indsats.opfoelgning_maaneder
            else $maaneder
        end as maaneder
    from indsats_52 as indsats
    inner join sager on indsats.sag_id = sager.sag_id
    inner join opgoerelsesdag on er_aktiv(
        indsats.start_dato,
        indsats.slut_dato,
        indsats.bortfaldet_dato,
        sager.lukket_dato,
        opgoerelsesdag.opgjort_pr
    )
),

moeder as (
    select
        indsats.indsats_id,
        opfoelgning.dato
    from indsats_52 as indsats
    inner join opfoelgninger as opfoelgning on indsats.indsats_id = opfoelgning.indsats_id
    where opfoelgning.form = 'moede' and opfoelgning.dato >= indsats.start_dato
    union
    select
        indsats.indsats_id,
        opfoelgning.dato
    from indsats_52 as indsats
    inner join opfoelgninger as opfoelgning on indsats.sag_id = opfoelgning.sag_id
    where
        opfoelgning.indsats_id is null
        and opfoelgning.form = 'moede'
        and opfoelgning.dato >= indsats.start_dato
),

seneste as (
    select
        moeder.indsats_id,
        opgoerelsesdag.opgjort_pr,
        max(moeder.dato) as dato
    from moeder
    inner join opgoerelsesdag on moeder.dato <= opgoerelsesdag.opgjort_pr
    group by moeder.indsats_id, opgoerelsesdag.opgjort_pr
),

fulgt as (
    select
        aktive.*,
        seneste.dato as seneste_moede,
        case
            when seneste.dato is null
                then plus_maaneder(aktive.start_dato, least(aktive.maaneder, $foerste_maaneder))
            else plus_maaneder(seneste.dato, aktive.maaneder)
        end as frist_dato
    from aktive
    left join seneste on aktive.indsats_id = seneste.indsats_id and aktive.opgjort_pr = seneste.opgjort_pr
)

insert into enhed_beholdning by name
select
    indsats_id as enhed_id,
    sag_id,
    opgjort_pr,
    start_dato as startdato,
    frist_dato,
    seneste_moede as haendelsesdato,
    'for_sent' as aarsag,
    case
        when opgjort_pr > frist_dato then 'ikke_opfyldt'
        when seneste_moede is null then 'afventer'
        else 'opfyldt'
    end as udfald
from fulgt
