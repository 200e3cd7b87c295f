-- én række pr. indikator, kilde og team, hvor status er en anden end i perioden før
-- Spørgsmål: Hvilke indikatorer har skiftet status siden sidst?
-- Læs: Status i den rapporterede periode og i perioden før; usikker er sand, når der er for få til at konkludere.
with med_foer as (
    select
        resultat.indikator_id,
        resultat.kilde,
        resultat.team_id,
        resultat.periode,
        resultat.status,
        resultat.usikker,
        lag(resultat.status) over (
            partition by resultat.indikator_id, resultat.kilde, resultat.team_id
            order by resultat.periode
        ) as status_foer
    from indikator_resultat as resultat
    inner join om on resultat.periodetype = om.periodetype
)

select
    med_foer.indikator_id,
    indikator.titel,
    med_foer.kilde,
    med_foer.team_id,
    med_foer.status_foer,
    med_foer.status,
    med_foer.usikker
from med_foer
inner join om on med_foer.periode = om.periode
inner join indikator on med_foer.indikator_id = indikator.indikator_id
where
    med_foer.status_foer <> med_foer.status
    and med_foer.status_foer <> 'ingen_data'
    and med_foer.status <> 'ingen_data'
order by med_foer.team_id, indikator.udviklingspunkt, med_foer.indikator_id, med_foer.kilde;
