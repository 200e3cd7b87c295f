-- one municipality's rows into the country's tables; what it measures is told once, whoever else does

insert into ud.indikator by name
select ny.*
from read_parquet($indikator) as ny
anti join ud.indikator as kendt
    on
        ny.plan_id = kendt.plan_id
        and ny.indikator_id = kendt.indikator_id
        and ny.definition = kendt.definition;

insert into ud.resultat by name
select
    $kommune_id as kommune_id,
    ny.*
from read_parquet($resultat) as ny;
