-- one row: what this file is
create view ud.om as
select
    plan.organisation,
    opgoerelse.plan_id,
    plan.titel as plan_titel,
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
inner join plan on opgoerelse.plan_id = plan.plan_id
left join leverance on opgoerelse.leverance_id = leverance.leverance_id;

comment on view ud.om is 'Hvad filen er: version, leverance og tidspunkt. Én række.';
comment on column ud.om.organisation is 'Kommunen og afdelingen.';
comment on column ud.om.plan_id is 'Planens id.';
comment on column ud.om.plan_titel is 'Planens titel.';
comment on column ud.om.periode is 'Den periode, der er rapporteret.';
comment on column ud.om.periodetype is 'maaned eller kvartal.';
comment on column ud.om.opgjort_pr is 'Opgørelsesdagen. Det, der er dateret senere, regnes ikke for sket.';
comment on column ud.om.foreloebig is 'Sand, når perioden ikke var slut, da data blev trukket.';
comment on column ud.om.udtraeksdato is 'Den dag, data blev trukket.';
comment on column ud.om.leverance_id is 'Leverancens id.';
comment on column ud.om.indlaest_tidspunkt is 'Hvornår leverancen blev indlæst.';
comment on column ud.om.program_version is 'Programmets version.';
comment on column ud.om.antal_forbehold is 'Antal forbehold; de står i tabellen bemaerkning.';
