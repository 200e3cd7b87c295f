-- one row per case opened from a day on
with grundlag as (
    select
        sager.sag_id,
        min(aktivitet.dato) as dato
    from sager
    inner join aktiviteter as aktivitet
        on sager.sag_id = aktivitet.sag_id and aktivitet.dato >= sager.oprettet_dato
    where list_contains($undertyper, aktivitet.undertype)
    group by sager.sag_id
)

insert into enhed_frist by name
select
    sager.sag_id as enhed_id,
    sager.sag_id,
    sager.oprettet_dato as startdato,
    plus_dage(sager.oprettet_dato, $dage) as frist_dato,
    grundlag.dato as udfoert_dato
from sager
left join grundlag on sager.sag_id = grundlag.sag_id
where sager.oprettet_dato >= $fra_dato
