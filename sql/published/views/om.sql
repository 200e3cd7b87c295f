-- one row: what this file is
create view ud.om as
select
    leder.organisation,
    opgoerelse.plan_id,
    leder.titel as plan_titel,
    (select count(*) from plan) as antal_planer,
    opgoerelse.periode,
    opgoerelse.periodetype,
    opgoerelse.opgjort_pr,
    opgoerelse.foreloebig,
    opgoerelse.udtraeksdato,
    opgoerelse.leverance_id,
    leverance.indlaest_tidspunkt,
    opgoerelse.program_version,
    (select count(*) from bemaerkning) as antal_forbehold
from opgoerelse
inner join plan as leder on opgoerelse.plan_id = leder.plan_id
left join leverance on opgoerelse.leverance_id = leverance.leverance_id;
