-- what several units ask of underretninger and of the investigations that follow them

-- one row per underretning, with the day it came and whether it concerns a case already open then
create temp view underretning as
select
    underretninger.*,
    underretninger.modtaget_tidspunkt::date as modtaget_dag,
    case
        when underretninger.genvurdering or sager.oprettet_dato < underretninger.modtaget_tidspunkt::date
            then 'genvurdering'
        else 'ny'
    end as gruppe
from underretninger
left join sager on underretninger.sag_id = sager.sag_id;

-- one row per BFU that ended otherwise than afbrudt
create temp view bfu_afsluttet as
select *
from undersoegelser
where afsluttet_dato is not null and afslutning is distinct from 'afbrudt';

-- one row per BFU and when it began: the day the municipality became aware; else that of the assessment that
-- led to it, of the case's latest underretning that ended in one shortly before (two at one minute: the larger
-- id); else the day it started
create temp macro bfu_begyndt(maaneder) as table
    select
        bfu.*,
        coalesce(bfu.opmaerksom_dato, vurdering.dato, bfu.startet_dato) as begyndt_dato,
        plus_maaneder(
            coalesce(bfu.opmaerksom_dato, vurdering.dato, bfu.startet_dato), maaneder
        ) as frist_dato,
        case
            when bfu.opmaerksom_dato is not null then 'opmaerksom_dato'
            when vurdering.dato is not null then 'faglig_vurdering_dato'
            else 'startet_dato'
        end as start_fra
    from undersoegelser as bfu
    left join (
        select
            senere.bfu_id,
            arg_max(
                underretning.faglig_vurdering_dato,
                (date_trunc('minute', underretning.modtaget_tidspunkt), underretning.underretning_id)
            ) as dato
        from undersoegelser as senere
        inner join underretning
            on
                senere.sag_id = underretning.sag_id
                and underretning.modtaget_dag
                between plus_maaneder(senere.startet_dato, -maaneder) and senere.startet_dato
                and underretning.faglig_vurdering_dato
                between plus_maaneder(senere.startet_dato, -maaneder) and senere.startet_dato
        where underretning.faglig_vurdering_udfald = 'paragraf_50'
        group by senere.bfu_id
    ) as vurdering on bfu.bfu_id = vurdering.bfu_id;

-- one row per investigation of a case: a BFU that was not broken off, or an afdaekning; where a delivery has no
-- afdaekninger, the BFU alone
create temp view undersoegt as
select
    sag_id,
    startet_dato,
    afsluttet_dato
from undersoegelser
where afslutning is distinct from 'afbrudt'
union all
select
    sag_id,
    startet_dato,
    afsluttet_dato
from afdaekninger;
