-- én række pr. plan og indikator
-- Spørgsmål: Går det lige så godt, når underretningen gælder et barn, vi kender, som når sagen er ny?
-- Læs: Den rapporterede periode, hele afdelingen, den kilde planen måler med. ny og genvurdering er værdien i den
--   enhed, vaerdienhed nævner, og antallet, den bygger på.
select
    ny.plan_id,
    ny.indikator_id,
    ny.titel,
    ny.vaerdienhed,
    ny.naevner as nye,
    round(ny.vaerdi, 1) as ny,
    igen.naevner as genvurderinger,
    round(igen.vaerdi, 1) as genvurdering,
    round(igen.vaerdi - ny.vaerdi, 1) as forskel
from gruppe_nu as ny
inner join gruppe_nu as igen
    on
        ny.plan_id = igen.plan_id
        and ny.indikator_id = igen.indikator_id
        and ny.kilde = igen.kilde
        and ny.team_id = igen.team_id
inner join indikator
    on ny.plan_id = indikator.plan_id and ny.indikator_id = indikator.indikator_id and ny.kilde = indikator.kilde
inner join plan on ny.plan_id = plan.plan_id
where ny.gruppe = 'ny' and igen.gruppe = 'genvurdering' and ny.team_id = 'ALLE'
order by plan.orden, indikator.orden;
