-- one row per team, indicator and earlier period of the reported kind whose figure the last publication of another
-- delivery had otherwise; what was preliminary then was expected to change, and what cannot be computed now is no
-- other figure: both are left out
with
nu as (select * from indikator_resultat),

foer as (select * from tidligere.main.indikator_resultat)

select
    nu.plan_id,
    nu.indikator_id,
    nu.kilde,
    nu.periodetype,
    nu.periode,
    nu.team_id,
    foer.taeller as foer_taeller,
    foer.naevner as foer_naevner,
    foer.vaerdi as foer_vaerdi
from nu
inner join foer
    on
        nu.plan_id = foer.plan_id
        and nu.indikator_id = foer.indikator_id
        and nu.kilde = foer.kilde
        and nu.periodetype = foer.periodetype
        and nu.periode = foer.periode
        and nu.team_id = foer.team_id
where
    nu.periodetype = $periodetype
    and nu.periode <= $periode
    and not foer.foreloebig
    and nu.grund is null
    and (
        nu.taeller is distinct from foer.taeller
        or nu.naevner is distinct from foer.naevner
        -- a sum of other rows is another figure; an interval's last digit is not
        or abs(nu.vaerdi - foer.vaerdi) > 1e-9 * greatest(1, abs(nu.vaerdi))
    )
order by nu.plan_id, nu.team_id, nu.indikator_id, nu.kilde, nu.periode;
