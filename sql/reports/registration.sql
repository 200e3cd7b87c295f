-- one row per thing in the register on $dag that is probably not registered as it should be
with
indsats as (select * from indsatser),

underretning as (select * from underretninger),

fundet as (
    select
        'aaben_indsats_i_lukket_sag' as slags,
        sag_id,
        indsats_id as enhed_id,
        start_dato as dato
    from indsats
    inner join sag_hos using (sag_id)
    where
        start_dato <= $dag
        and sag_hos.lukket_dato <= $dag
        and (slut_dato is null or slut_dato > $dag)
        and bortfaldet_dato is null
    union all
    select
        'uden_afgoerelsesdato' as slags,
        sag_id,
        indsats_id as enhed_id,
        start_dato as dato
    from indsats
    where
        kategori in ('forebyggende_52', 'aflastning', 'anbringelse')
        and afgoerelse_dato is null
        and start_dato <= $dag
    union all
    select
        'uden_leverandoer' as slags,
        sag_id,
        indsats_id as enhed_id,
        start_dato as dato
    from indsats
    where kategori = 'forebyggende_11_3' and leverandoer_type is null and start_dato <= $dag
)

select
    fundet.slags,
    sag_hos.team_id,
    sag_hos.raadgiver_id,
    fundet.sag_id,
    fundet.enhed_id,
    fundet.dato,
    null as extract,
    null as hvad
from fundet
inner join sag_hos on fundet.sag_id = sag_hos.sag_id
union all
select
    'uden_klokkeslaet' as slags,
    coalesce(sag_hos.team_id, underretning.team_id, 'UKENDT') as team_id,
    coalesce(sag_hos.raadgiver_id, underretning.raadgiver_id) as raadgiver_id,
    underretning.sag_id,
    underretning.underretning_id as enhed_id,
    underretning.modtaget_tidspunkt::date as dato,
    null as extract,
    null as hvad
from underretning
left join sag_hos on underretning.sag_id = sag_hos.sag_id
where not underretning.modtaget_tidspunkt_har_klokkeslaet and underretning.modtaget_tidspunkt::date <= $dag
union all
select
    'uden_team' as slags,
    team_id,
    raadgiver_id,
    sag_id,
    null as enhed_id,
    oprettet_dato as dato,
    null as extract,
    null as hvad
from sag_hos
where team_id = 'UKENDT' and oprettet_dato <= $dag and (lukket_dato is null or lukket_dato > $dag)
order by all;
