-- one row per plan of the types named that was made in the window
insert into mulig_genstand by name
select
    'handleplan' as genstand_type,
    handleplan_id as genstand_id,
    sag_id,
    oprettet_dato as genstand_dato
from handleplaner
where oprettet_dato between $fra_dato and $til_dato and list_contains($typer::varchar[], type)
