-- one row per active measure and day made up on: whether its next meeting is still to come
with moeder as (
    select
        aktiv.indsats_id,
        aktiv.opgjort_pr,
        max(opfoelgning.dato) as seneste
    from aktiv_indsats as aktiv
    inner join indsats_opfoelgning as opfoelgning
        on
            aktiv.indsats_id = opfoelgning.indsats_id
            and opfoelgning.dato > aktiv.begin_dato
            and opfoelgning.dato <= aktiv.opgjort_pr
    where opfoelgning.form = 'moede'
    group by aktiv.indsats_id, aktiv.opgjort_pr
),

fulgt as (
    select
        aktiv.opgjort_pr,
        aktiv.indsats_id,
        aktiv.sag_id,
        aktiv.begin_dato,
        moeder.seneste,
        case
            when moeder.seneste is not null
                then plus_maaneder(moeder.seneste, rytme(aktiv.opfoelgning_maaneder, $hoejst_maaneder))
            else
                plus_maaneder(
                    aktiv.begin_dato,
                    least(rytme(aktiv.opfoelgning_maaneder, $hoejst_maaneder), $foerste_maaneder)
                )
        end as frist_dato
    from aktiv_indsats as aktiv
    left join moeder on aktiv.indsats_id = moeder.indsats_id and aktiv.opgjort_pr = moeder.opgjort_pr
    where aktiv.kategori in ('forebyggende_52', 'aflastning', 'anbringelse')
)

insert into enhed_beholdning by name
select
    indsats_id as enhed_id,
    sag_id,
    opgjort_pr,
    begin_dato as startdato,
    frist_dato,
    seneste as haendelsesdato,
    'for_sent' as aarsag,
    case
        when opgjort_pr >= frist_dato then 'ikke_opfyldt'
        when seneste is null then 'afventer'
        else 'opfyldt'
    end as udfald
from fulgt
