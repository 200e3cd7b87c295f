-- one row per plan, distribution, team and kategori of the reported period
create view ud.fordeling_nu as
select
    f.plan_id,
    f.indikator_id,
    indikator.titel,
    f.team_id,
    team_navn(f.team_id, teams.navn) as team_navn,
    f.periode,
    indikator.enhed,
    f.kategori,
    kategori.tekst,
    f.antal,
    f.andel,
    f.ki_nedre,
    f.ki_oevre
from opgoerelse
inner join indikator_fordeling as f
    on opgoerelse.periodetype = f.periodetype and opgoerelse.periode = f.periode
inner join plan on f.plan_id = plan.plan_id
inner join indikator
    on f.plan_id = indikator.plan_id and f.indikator_id = indikator.indikator_id and f.kilde = indikator.kilde
inner join kategori
    on f.plan_id = kategori.plan_id and f.indikator_id = kategori.indikator_id and f.kategori = kategori.kategori
left join teams on f.team_id = teams.team_id
order by plan.orden, indikator.orden, f.team_id, kategori.orden;
