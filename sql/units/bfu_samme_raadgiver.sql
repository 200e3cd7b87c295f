-- one row per BFU whose case has an underretning with a caseworker from the months before, on the day it
-- started: whether the one who received the latest holds the case
with modtaget as (
    select
        bfu.bfu_id,
        arg_max(
            underretning.raadgiver_id, (underretning.modtaget_tidspunkt, underretning.underretning_id)
        ) as raadgiver_id
    from undersoegelser as bfu
    inner join underretning
        on
            bfu.sag_id = underretning.sag_id
            and underretning.modtaget_dag
            between plus_maaneder(bfu.startet_dato, -$maaneder) and bfu.startet_dato
    where underretning.raadgiver_id is not null
    group by bfu.bfu_id
)

insert into enhed_haendelse by name
select
    holder.bfu_id as enhed_id,
    holder.sag_id,
    holder.referencedato as dato,
    coalesce(holder.raadgiver_id = modtaget.raadgiver_id, false) as opfyldt,
    case when holder.raadgiver_id is null then 'mangler' else 'indhold' end as aarsag
from med_ansvar('bfu_ved_start') as holder
inner join modtaget on holder.bfu_id = modtaget.bfu_id
