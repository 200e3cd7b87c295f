-- én række pr. plan, indikator, kilde og team, hvor status er en anden end i perioden før
-- Spørgsmål: Hvilke indikatorer har skiftet status siden sidst?
-- Læs: Status i den rapporterede periode og i perioden før; usikker er sand, når der er for få til at konkludere.
--   foerer er sand for den kilde, rapporterne bedømmer efter.
with med_foer as (
    select
        resultat.*,
        lag(resultat.status) over (
            partition by resultat.plan_id, resultat.indikator_id, resultat.kilde, resultat.team_id
            order by resultat.periode
        ) as status_foer
    from resultater() as resultat
    inner join om on resultat.periodetype = om.periodetype
)

select
    med_foer.plan_id,
    med_foer.indikator_id,
    med_foer.titel,
    med_foer.kilde,
    med_foer.foerer,
    med_foer.team_id,
    med_foer.status_foer,
    med_foer.status,
    med_foer.usikker
from med_foer
inner join om on med_foer.periode = om.periode
where
    med_foer.status_foer <> med_foer.status
    and med_foer.status_foer not in ('ingen_data', 'foer_baseline', 'baseline', 'baseline_mangler')
    and med_foer.status <> 'ingen_data'
order by med_foer.team_id, med_foer.plan_orden, med_foer.indikator_orden, med_foer.kilde;
