-- one row per meeting about a child old enough to take part
insert into enhed_haendelse by name
select
    moede.enhed_id,
    moede.sag_id,
    moede.dato,
    coalesce(moede.barn_deltog, false) as opfyldt,
    coalesce(moede.barn_undtaget, false) as undtaget,
    case when moede.barn_deltog is null then 'mangler' else 'indhold' end as aarsag
from moede
inner join sager on moede.sag_id = sager.sag_id
where er_fyldt(sager.foedselsdato, $mindste_alder, moede.dato)
